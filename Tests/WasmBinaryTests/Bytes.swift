@testable import WasmBinary

/// Modules written byte by byte, so that tests see the format and not the writer's idea of it.
enum Bytes {
    static let header: [UInt8] = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0]

    static func module(_ sections: [UInt8]...) -> [UInt8] { header + sections.flatMap { $0 } }

    static func section(_ id: UInt8, _ contents: [UInt8]) -> [UInt8] { [id] + sized(contents) }

    static func custom(_ name: String, _ contents: [UInt8] = []) -> [UInt8] { section(0, text(name) + contents) }

    static func sized(_ contents: [UInt8]) -> [UInt8] { leb(contents.count) + contents }

    static func text(_ text: String) -> [UInt8] { sized(Array(text.utf8)) }

    static func leb(_ value: Int) -> [UInt8] {
        value < 0x80 ? [UInt8(value)] : [UInt8(value & 0x7F) | 0x80] + leb(value >> 7)
    }

    /// Two types: nothing to nothing, and i32 to i32.
    static let types = section(1, [2, 0x60, 0, 0, 0x60, 1, 0x7F, 1, 0x7F])

    /// A module of one function of type 0 with that body, in front of its `end`.
    static func function(_ instructions: [UInt8], locals: [UInt8] = [0]) -> [UInt8] {
        module(types, section(3, [1, 0]), section(10, [1] + sized(locals + instructions + [0x0B])))
    }
}

extension WasmModule {
    /// The instructions of the first function of those bytes.
    static func instructions(_ bytes: [UInt8]) throws -> [Instruction] {
        try WasmModule(decoding: Bytes.function(bytes)).functions[0].body.code().instructions
    }
}

/// The error that something throws.
func binaryError<Value>(_ body: () throws -> Value) -> BinaryError? {
    do {
        _ = try body()
        return nil
    } catch { return error as? BinaryError }
}
