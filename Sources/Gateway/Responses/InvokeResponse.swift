import Runtime
import Storage
import WasmEngine

extension GatewayResponse {
    /// The answer to a call that returned: `{"function_id","result","stdout"?,"stderr"?}`.
    static func invocation(_ id: FunctionID, _ values: [Value], _ answer: CallAnswer) -> GatewayResponse {
        json { writer in
            writer.field("function_id", id.description)
            writer.name("result")
            write(values, &writer)
            write("stdout", answer.standardOutput, &writer)
            write("stderr", answer.standardError, &writer)
        }
    }

    /// `"ok"` when the export returns nothing, else an array.
    private static func write(_ values: [Value], _ writer: inout JSONWriter) {
        guard !values.isEmpty else { return writer.value("ok") }
        writer.beginArray()
        for value in values {
            switch value {
            case .i32(let value): writer.value(Int(value))
            case .i64(let value): writer.value(value)
            case .f32(let value): writer.value(value)
            case .f64(let value): writer.value(value)
            }
        }
        writer.endArray()
    }

    private static func write(_ name: String, _ text: CapturedText, _ writer: inout JSONWriter) {
        guard !text.bytes.isEmpty || text.isTruncated else { return }
        writer.name(name)
        writer.value(text: text.bytes)
        if text.isTruncated { writer.field("\(name)_truncated", true) }
    }
}

extension CallTiming {
    /// The `Server-Timing` field: milliseconds, to the microsecond.
    var serverTiming: String {
        let host =
            "queue;dur=\(milliseconds(queue)), spawn;dur=\(milliseconds(spawn)), guest;dur=\(milliseconds(guest))"
        return kernel.map { "\(host), kernel;dur=\(milliseconds($0))" } ?? host
    }

    private func milliseconds(_ nanoseconds: UInt64) -> String {
        let microseconds = nanoseconds / 1_000
        let fraction = String(microseconds % 1_000)
        return "\(microseconds / 1_000)." + String(repeating: "0", count: 3 - fraction.utf8.count) + fraction
    }
}
