/// What the caller gave with the call.
public enum Input {
    /// Its length in bytes.
    public static var count: Int { Int(hostInputLength()) }

    /// Copies from the byte `offset` on as much as the buffer holds.
    /// - Returns: the number of bytes copied; 0 at the input's end and beyond.
    public static func read(into buffer: UnsafeMutableRawBufferPointer, from offset: Int = 0) -> Int {
        max(Int(hostReadInput(UInt32(clamping: offset), buffer.baseAddress, UInt32(clamping: buffer.count))), 0)
    }

    /// All of it.
    /// - Returns: nil when the host grants no memory for it.
    public static func bytes() -> GuestArray<UInt8>? {
        guard let array = GuestArray<UInt8>(count: count) else { return nil }
        return read(into: UnsafeMutableRawBufferPointer(array.elements)) == array.count ? array : nil
    }
}
