import CWasmtime

/// The memory that a call's futures borrow: instance, function, arguments, results, trap and error slots.
///
/// One heap block that stays at its address until the futures are gone; the owner frees it after them.
struct OperandBlock: ~Copyable {
    private let base: UnsafeMutableRawPointer
    private let argumentCount: Int
    let resultCount: Int

    private static let instanceOffset = 0
    private static let functionOffset = 16
    private static let trapOffset = 32
    private static let errorOffset = 40
    private static let valuesOffset = 64

    init(arguments: [Value], resultCount: Int) {
        argumentCount = arguments.count
        self.resultCount = resultCount
        let stride = MemoryLayout<wasmtime_val_t>.stride
        base = .allocate(
            byteCount: Self.valuesOffset + (arguments.count + resultCount) * stride, alignment: 16)
        trap.initialize(to: nil)
        error.initialize(to: nil)
        for (index, argument) in arguments.enumerated() { (self.arguments + index).initialize(to: argument.raw) }
        results.initialize(repeating: wasmtime_val_t(), count: resultCount)
    }

    deinit { base.deallocate() }

    // Sound: each accessor names a part of the block that was allocated with room and alignment for it.
    var instance: UnsafeMutablePointer<wasmtime_instance_t> {
        (base + Self.instanceOffset).assumingMemoryBound(to: wasmtime_instance_t.self)
    }
    var function: UnsafeMutablePointer<wasmtime_func_t> {
        (base + Self.functionOffset).assumingMemoryBound(to: wasmtime_func_t.self)
    }
    var trap: UnsafeMutablePointer<OpaquePointer?> {
        (base + Self.trapOffset).assumingMemoryBound(to: OpaquePointer?.self)
    }
    var error: UnsafeMutablePointer<OpaquePointer?> {
        (base + Self.errorOffset).assumingMemoryBound(to: OpaquePointer?.self)
    }
    var arguments: UnsafeMutablePointer<wasmtime_val_t> {
        (base + Self.valuesOffset).assumingMemoryBound(to: wasmtime_val_t.self)
    }
    var results: UnsafeMutablePointer<wasmtime_val_t> { arguments + argumentCount }
}
