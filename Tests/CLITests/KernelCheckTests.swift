import Compute
import FoundationEssentials
import PTX
import Testing

@testable import CLI

@Suite("Checking a kernel")
struct KernelCheckTests {
    private func check(_ text: String, _ options: String...) async throws -> (status: Int32, console: RecordedConsole) {
        let file = try TemporaryFile(text, name: "kernels.ptx")
        let recorded = RecordedConsole()
        let status = await TensorWasm.execute(["kernel", "check", file.path] + options, in: recorded.console)
        return (status, recorded)
    }

    private static let header = ".version 8.0\n.target sm_80\n.address_size 64\n"

    private static let valid =
        header + """
            .extern .shared .align 4 .b8 room[];
            .visible .entry first(.param .u64 .ptr .global .align 16 data, .param .u32 count) .maxntid 128, 2, 1
            {
                .reg .pred %p<2>;
                .reg .b32 %r<3>;
                .shared .align 4 .b8 tile[64];
                mov.u32 %r1, tile;
                mov.u32 %r2, room;
                ret;
            }
            .visible .entry second()
            {
                ret;
            }

            """

    @Test("describes a text that is in order")
    func description() async throws {
        let (status, console) = try await check(Self.valid)
        #expect(status == 0)
        #expect(console.errors.isEmpty)
        let lines = console.output.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
        #expect(console.output.contains("kernels.ptx: PTX 8.0 for sm_80, 2 kernels\n"))
        #expect(
            lines.joined(separator: "\n") == """

                first
                  parameters  .u64 data, 8 bytes, a pointer into .global aligned to 16
                              .u32 count, 4 bytes
                  registers   2 .b32
                  shared      64 bytes, and dynamic ones
                  block       at most 128 x 2 x 1 threads

                second
                  parameters  none
                  registers   none
                  shared      0 bytes

                """)
    }

    @Test("describes it as JSON when JSON was asked for")
    func json() async throws {
        let (status, console) = try await check(Self.valid, "--output", "json")
        #expect(status == 0)
        let answer = try JSONReader.read(Array(console.output.utf8))
        #expect(answer["target"] == .string("sm_80"))
        #expect(answer["diagnostics"] == .array([]))
        let first = try #require(answer["kernels"]?.array?.first)
        #expect(first["registers"]?["b32"] == .integer(2))
        #expect(first["shared_bytes"] == .integer(64))
        #expect(first["dynamic_shared"] == .boolean(true))
        #expect(first["maximum_block"] == .array([.integer(128), .integer(2), .integer(1)]))
        #expect(first["required_block"] == .null)
        #expect(first["parameters"]?.array?.map { $0["offset"] } == [.integer(0), .integer(8)])
    }

    @Test("points at every fault and ends with status 2")
    func faults() async throws {
        let (status, console) = try await check(
            Self.header + """
                .visible .entry broken()
                {
                \t.reg .b32 %r<2>;
                \tadd.s33 %r0, %r1, 1;
                    mov.b32 %r0, %nothing;
                    ret;
                }

                """)
        #expect(status == 2)
        #expect(console.output.isEmpty)
        let lines = console.errors.split(separator: "\n").map(String.init)
        try #require(lines.count == 7)
        #expect(lines[0].contains("kernels.ptx:7:2: error: "))
        #expect(lines[1] == "\tadd.s33 %r0, %r1, 1;")
        #expect(lines[2].hasPrefix("\t^^^^"))
        #expect(lines[3].contains("kernels.ptx:8:"))
        #expect(lines[4] == "    mov.b32 %r0, %nothing;")
        #expect(lines[5].contains("^"))
        #expect(lines[6] == "2 errors")
    }

    @Test("lists the faults as JSON on standard output")
    func faultsAsJSON() async throws {
        let (status, console) = try await check("nonsense", "--output", "json")
        #expect(status == 2)
        let answer = try JSONReader.read(Array(console.output.utf8))
        let fault = try #require(answer["diagnostics"]?.array?.first)
        #expect(fault["line"] == .integer(1) && fault["column"] == .integer(1))
        #expect(fault["message"]?.string?.isEmpty == false)
    }

    @Test("shows no byte that a terminal would act on, and no line of any length")
    func hostileText() async throws {
        let (status, console) = try await check(
            Self.header + ".entry a() { \u{1B}[2J\u{1}" + String(repeating: "x", count: 100_000) + "\n}")
        #expect(status == 2)
        let lines = console.errors.split(separator: "\n")
        #expect(lines.allSatisfy { line in line.utf8.allSatisfy { $0 == 0x09 || (0x20...0x7E).contains($0) } })
        #expect(lines.allSatisfy { $0.utf8.count < 1_000 })
    }

    @Test("names the instructions that no device runs, each once")
    func obstacles() async throws {
        let (status, console) = try await check(
            Self.header + """
                .visible .entry multiply()
                {
                    .reg .b32 %r<9>;
                    .reg .f32 %f<9>;
                    mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {%f0, %f1, %f2, %f3}, {%r0, %r1}, {%r2}, {%f4, %f5, %f6, %f7};
                    mma.sync.aligned.m16n8k8.row.col.f32.f16.f16.f32 {%f0, %f1, %f2, %f3}, {%r0, %r1}, {%r2}, {%f4, %f5, %f6, %f7};
                    ret;
                }

                """)
        #expect(status == 0)
        let needs = "  needs       mma.sync (exotic, first at line 8), which the CPU device does not run\n"
        #expect(console.output.hasSuffix(needs))
    }

    /// The texts of `Tests/Fixtures`.
    private static let fixtures: [String] = {
        let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(2).joined(separator: "/")
        let files = FileManager.default.enumerator(atPath: root + "/Fixtures")
        var paths: [String] = []
        while let file = files?.nextObject() as? String {
            if file.hasSuffix(".ptx") { paths.append(root + "/Fixtures/" + file) }
        }
        return paths.sorted()
    }()

    @Test("finds an obstacle exactly in the kernels that the CPU device refuses", arguments: fixtures)
    func agreesWithTheDevice(_ path: String) throws {
        let text = try FileInput.read(path, limit: 8 << 20)
        let summary = ModuleSummary(try CheckedModule.read(text))
        #expect(!summary.kernels.isEmpty)
        let device = try #require(try KernelDevice.make(.cpu, threads: 1))
        defer { device.shutDown() }
        for kernel in summary.kernels {
            let isLoaded = (try? device.load(ptx: text, entry: kernel.name)) != nil
            #expect(isLoaded == kernel.obstacles.isEmpty, "\(kernel.name)")
        }
    }
}
