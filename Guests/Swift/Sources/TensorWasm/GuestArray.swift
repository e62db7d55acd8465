/// Numbers in pages of the guest's memory that hold nothing else.
///
/// The pages are never given back: every call runs in an instance of its own, whose memory the host drops afterwards.
/// So a guest needs no allocator, and with it no runtime library. Copies of the value share the elements.
public struct GuestArray<Element: BitwiseCopyable & AdditiveArithmetic> {
    /// The elements.
    public let elements: UnsafeMutableBufferPointer<Element>

    /// An array of zeros.
    /// - Returns: nil when the host grants no more memory.
    public init?(count: Int) {
        let pageSize = 65536
        let (byteCount, overflows) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
        guard count >= 0, !overflows, byteCount <= Int(Int32.max) else { return nil }
        let firstPage = growMemory(0, Int32(max((byteCount + pageSize - 1) / pageSize, 1)))
        // A page boundary is aligned for every type, and new pages are zero.
        guard firstPage > 0, let start = UnsafeMutableRawPointer(bitPattern: UInt(firstPage) * UInt(pageSize)) else {
            return nil
        }
        elements = UnsafeMutableBufferPointer(
            start: start.bindMemory(to: Element.self, capacity: count), count: count)
    }

    /// The number of elements.
    public var count: Int { elements.count }

    /// The element at a position from 0.
    public subscript(index: Int) -> Element {
        get { elements[index] }
        nonmutating set { elements[index] = newValue }
    }
}
