import CWasmtime

/// The linear memory of a guest, for the time of one host call.
///
/// Every access is checked, in 64-bit arithmetic, against the memory's present size; outside it the answer is `nil`
/// or `false` and nothing is touched. Not valid after the guest grows its memory or suspends.
public struct GuestMemory: ~Copyable {
    private let base: UnsafeMutablePointer<UInt8>
    /// The memory's size in bytes.
    public let count: Int

    init?(caller: OpaquePointer) {
        var export = wasmtime_extern_t()
        guard wasmtime_caller_export_get(caller, "memory", 6, &export), export.kind == TW_EXTERN_MEMORY else {
            return nil
        }
        let context = wasmtime_caller_context(caller)
        base = wasmtime_memory_data(context, &export.of.memory)
        count = wasmtime_memory_data_size(context, &export.of.memory)
    }

    /// Whether `length` bytes from `offset` lie inside the memory.
    public func contains(_ offset: UInt32, _ length: UInt32) -> Bool {
        UInt64(offset) + UInt64(length) <= UInt64(count)
    }

    /// The whole memory as a device sees it, which works on it beside the guest.
    ///
    /// The engine reserves the greatest size of every memory in advance, so it never moves: growing makes it longer, at
    /// the same address. The region therefore outlives this host call, as long as the instance does; whoever keeps it
    /// must be the invocation's ``InvocationAttachment``, or end with it.
    public func region() -> UnsafeMutableRawBufferPointer {
        UnsafeMutableRawBufferPointer(start: base, count: count)
    }

    /// A copy of `length` bytes from `offset`.
    public func read(_ offset: UInt32, _ length: UInt32) -> [UInt8]? {
        guard contains(offset, length) else { return nil }
        return Array(UnsafeBufferPointer(start: base + Int(offset), count: Int(length)))
    }

    /// Calls `body` with `length` bytes from `offset`, without copying them.
    /// - Returns: whether they lie inside the memory; otherwise `body` is not called.
    @discardableResult
    public func withBytes(_ offset: UInt32, _ length: UInt32, _ body: (borrowing RawSpan) -> Void) -> Bool {
        guard contains(offset, length) else { return false }
        // Sound: the range was checked, and the guest stands still while its host function runs.
        body(UnsafeRawBufferPointer(start: base + Int(offset), count: Int(length)).bytes)
        return true
    }

    /// Writes `bytes` to `offset`.
    public func write(_ bytes: borrowing Span<UInt8>, to offset: UInt32) -> Bool {
        guard UInt64(offset) + UInt64(bytes.count) <= UInt64(count) else { return false }
        bytes.withUnsafeBufferPointer { source in
            guard let start = source.baseAddress else { return }
            (base + Int(offset)).update(from: start, count: source.count)
        }
        return true
    }

    /// The little-endian integer at `offset`, which need not be aligned.
    public func load<Integer: FixedWidthInteger>(_ offset: UInt32, as type: Integer.Type) -> Integer? {
        guard contains(offset, UInt32(MemoryLayout<Integer>.size)) else { return nil }
        return Integer(littleEndian: UnsafeRawPointer(base + Int(offset)).loadUnaligned(as: type))
    }

    /// Stores a little-endian integer at `offset`, which need not be aligned.
    public func store<Integer: FixedWidthInteger>(_ value: Integer, to offset: UInt32) -> Bool {
        guard contains(offset, UInt32(MemoryLayout<Integer>.size)) else { return false }
        UnsafeMutableRawPointer(base + Int(offset)).storeBytes(of: value.littleEndian, as: Integer.self)
        return true
    }
}
