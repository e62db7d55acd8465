import PTX

/// Reading and checking a text of the largest size, valid from beginning to end.
enum TextBenchmark {
    static var largest: Benchmark {
        Benchmark(name: "ptx/check/8MiB") {
            let text = makeText(byteCount: PTXLimits().textBytes)
            return try (0..<3).map { _ in
                try Stopwatch.microseconds { _ = try CheckedModule.read(text, limits: PTXLimits()) }
            }
        }
    }

    private static func makeText(byteCount: Int) -> [UInt8] {
        var text = Array(
            """
            .version 8.0
            .target sm_80
            .address_size 64
            .visible .entry k()
            {
                .reg .b32 %r<100>;

            """.utf8)
        let end = Array("    ret;\n}\n".utf8)
        let line = Array("    add.s32 \t%r10, %r20, %r30;      \n".utf8)
        while text.count + line.count + end.count <= byteCount { text += line }
        return text + end
    }
}
