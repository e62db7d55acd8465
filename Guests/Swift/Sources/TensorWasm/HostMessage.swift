/// The host's words about a failure, in UTF-8, cut after 1024 bytes.
///
/// A copy: the host keeps only the message of its last failure.
public struct HostMessage: Sendable {
    /// Its length in bytes.
    public let count: Int

    /// In words of 64 bits: the compiler copies the elements one by one.
    private var words = InlineArray<128, UInt64>(repeating: 0)

    /// Fetches the message of the last failure.
    init() {
        let capacity = words.count * MemoryLayout<UInt64>.stride
        let wanted = min(max(Int(hostLastErrorLength()), 0), capacity)
        var copied = 0
        var span = words.mutableSpan
        span.withUnsafeMutableBytes { destination in
            copied = Int(hostLastErrorCopy(destination.baseAddress, UInt32(wanted)))
        }
        count = min(max(copied, 0), wanted)
    }

    /// Lends the bytes to `body`.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        words.span.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0.prefix(count))) }
    }
}
