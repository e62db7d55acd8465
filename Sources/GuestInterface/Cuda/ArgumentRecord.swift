/// One argument of a launch as a guest writes it: a tag byte and a little-endian value.
enum ArgumentRecord: Equatable, Sendable {
    /// The bits of a number of 4 or 8 bytes.
    case scalar(UInt64, byteCount: Int)
    /// A part of the guest's memory.
    case window(offset: UInt32, byteCount: UInt32)
    /// A place in a device buffer.
    case buffer(handle: UInt64, offset: UInt64)

    /// The first byte of a record.
    enum Tag: UInt8, CaseIterable {
        case s32 = 1
        case s64, f32, f64, u32, u64, window, buffer

        /// Bytes after the tag.
        var valueBytes: Int {
            switch self {
            case .s32, .f32, .u32: 4
            case .s64, .f64, .u64, .window: 8
            case .buffer: 16
            }
        }
    }

    /// - Parameter bytes: exactly the tag's ``Tag/valueBytes``.
    init(_ tag: Tag, _ bytes: ArraySlice<UInt8>) {
        func number(_ bytes: ArraySlice<UInt8>) -> UInt64 { bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) } }
        let (low, high) = (bytes.prefix(bytes.count / 2), bytes.suffix(bytes.count / 2))
        self =
            switch tag {
            case .s32, .s64, .f32, .f64, .u32, .u64: .scalar(number(bytes), byteCount: bytes.count)
            case .window:
                .window(
                    offset: UInt32(truncatingIfNeeded: number(low)), byteCount: UInt32(truncatingIfNeeded: number(high))
                )
            case .buffer: .buffer(handle: number(low), offset: number(high))
            }
    }
}
