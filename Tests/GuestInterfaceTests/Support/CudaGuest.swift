import Compute
import Dispatch
import Testing
import WasmEngine

@testable import GuestInterface

/// A guest in text that imports the whole of `wasi:cuda/host`, as `$load`, `$launch` and so on, with PTX, names and
/// argument lists in its memory of one page.
struct CudaGuest {
    /// What the body of `run` returns, such as `i64 i32`.
    var results: String
    /// Locals of `run`: `$kernel` and `$handle` are there anyway.
    var locals = ""
    var body: String
    /// Texts and argument lists by their offset.
    var data: [(offset: Int, bytes: [UInt8])] = []
    var module = "wasi:cuda/host@0.2.0"
    var pages = 1

    /// Where argument lists, names and texts begin by convention of these tests.
    static let arguments = 1_024
    static let entry = 8_192
    static let text = 12_288
    static let window = 40_960
    static let message = 49_152

    var wat: String {
        let data = data.map { segment in
            let bytes = segment.bytes.map { "\\" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            return "(data (i32.const \(segment.offset)) \"\(bytes)\")"
        }
        return """
            (module
              \(Self.imports(of: module))
              (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
              (memory (export "memory") \(pages))
              \(data.joined(separator: "\n  "))
              ;; Prints the message of the last failure.
              (func $complain (local i32)
                (local.set 0 (call $copy (i32.const \(Self.message)) (i32.const 4096)))
                (i32.store (i32.const 0) (i32.const \(Self.message)))
                (i32.store (i32.const 4) (local.get 0))
                (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8))))
              (func (export "run") (result \(results)) (local $kernel i64) (local $handle i64) \(locals)
                \(body)))
            """
    }

    private static func imports(of module: String) -> String {
        let functions = [
            ("load", "load_ptx", "i32 i32 i32 i32", "i64"),
            ("launch", "launch", "i64 i32 i32 i32 i32 i32 i32 i32 i32 i32", "i32"),
            ("sync", "sync", "", "i32"), ("length", "last_error_len", "", "i32"),
            ("copy", "last_error_copy", "i32 i32", "i32"), ("alloc", "alloc", "i64", "i64"),
            ("free", "free", "i64", "i32"), ("h2d", "memcpy_h2d", "i64 i64 i32 i32", "i32"),
            ("d2h", "memcpy_d2h", "i64 i64 i32 i32", "i32"), ("attribute", "device_attribute", "i32", "i64"),
        ]
        return functions.map { name, function, parameters, result in
            let list = parameters.isEmpty ? "" : "(param \(parameters)) "
            return "(import \"\(module)\" \"wasi_cuda_\(function)\" (func $\(name) \(list)(result \(result))))"
        }.joined(separator: "\n  ")
    }
}

/// Fragments of text that guests are put together from.
extension CudaGuest {
    /// Loads the entry that stands at ``entry`` from the text at ``text``.
    static func load(textBytes: Int, entryBytes: Int) -> String {
        "(call $load (i32.const \(text)) (i32.const \(textBytes)) (i32.const \(entry)) (i32.const \(entryBytes)))"
    }

    /// Launches `$kernel` with the argument list at ``arguments``.
    static func launch(
        kernel: String = "(local.get $kernel)", grid: String = "1 1 1", block: String = "1 1 1", shared: Int = 0,
        argumentBytes: Int = 0, at pointer: Int = CudaGuest.arguments
    ) -> String {
        let numbers = (grid + " " + block).split(separator: " ").map { "(i32.const \($0))" }.joined(separator: " ")
        return
            "(call $launch \(kernel) \(numbers) (i32.const \(shared)) (i32.const \(pointer)) (i32.const \(argumentBytes)))"
    }

    /// The guest with a text and an entry's name in its memory, loaded into `$kernel` before `body`.
    static func withKernel(
        _ ptx: String, entry name: String, arguments list: [UInt8] = [], results: String = "i32", locals: String = "",
        _ body: String
    ) -> CudaGuest {
        let load = load(textBytes: ptx.utf8.count, entryBytes: name.utf8.count)
        return CudaGuest(
            results: results, locals: locals, body: "(local.set $kernel \(load)) \(body)",
            data: [(text, Array(ptx.utf8)), (entry, Array(name.utf8)), (arguments, list)])
    }
}

/// Argument records, byte by byte.
enum Record {
    static func u32(_ value: UInt32) -> [UInt8] { [5] + bytes(value) }
    static func s64(_ value: Int64) -> [UInt8] { [2] + bytes(value) }
    static func window(_ offset: UInt32, _ count: UInt32) -> [UInt8] { [7] + bytes(offset) + bytes(count) }
    static func buffer(_ handle: UInt64, _ offset: UInt64) -> [UInt8] { [8] + bytes(handle) + bytes(offset) }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
