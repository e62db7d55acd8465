/// The arguments of a launch as the host reads them: one record a parameter, in the order of the kernel's parameters.
///
/// A record is a tag byte and a little-endian value, without padding. There is room for one record more than the host
/// takes, so that it is the host that refuses too many, with its message; what comes after that is left out.
public struct ArgumentRecords: ~Copyable {
    /// The most arguments that the host takes.
    public static let mostArguments = 128

    private enum Tag: UInt8 {
        case int32 = 0x01
        case int64 = 0x02
        case float = 0x03
        case double = 0x04
        case uint32 = 0x05
        case uint64 = 0x06
        case window = 0x07
        case buffer = 0x08
    }

    /// The number of records.
    public private(set) var count = 0

    /// The length of all records together, in bytes.
    public private(set) var byteCount = 0

    /// 129 records of the longest kind: a tag and two 64-bit values.
    private var bytes = InlineArray<2193, UInt8>(repeating: 0)

    /// No arguments.
    public init() {}

    /// Appends the value of a `.param .s32`.
    public mutating func append(_ value: Int32) {
        if begin(.int32) { put(value) }
    }

    /// Appends the value of a `.param .s64`.
    public mutating func append(_ value: Int64) {
        if begin(.int64) { put(value) }
    }

    /// Appends the value of a `.param .f32`.
    public mutating func append(_ value: Float) {
        if begin(.float) { put(value.bitPattern) }
    }

    /// Appends the value of a `.param .f64`.
    public mutating func append(_ value: Double) {
        if begin(.double) { put(value.bitPattern) }
    }

    /// Appends the value of a `.param .u32`.
    public mutating func append(_ value: UInt32) {
        if begin(.uint32) { put(value) }
    }

    /// Appends the value of a `.param .u64`.
    public mutating func append(_ value: UInt64) {
        if begin(.uint64) { put(value) }
    }

    /// Appends a pointer to guest memory, which the kernel may read and write there and nowhere else.
    public mutating func append(_ window: UnsafeRawBufferPointer) {
        guard begin(.window) else { return }
        put(UInt32(truncatingIfNeeded: UInt(bitPattern: window.baseAddress)))
        put(UInt32(truncatingIfNeeded: window.count))
    }

    /// Appends a pointer to the byte `offset` of a device buffer.
    public mutating func append(_ buffer: DeviceBuffer, offset: UInt64 = 0) {
        guard begin(.buffer) else { return }
        put(buffer.handle)
        put(offset)
    }

    /// Lends the records to `body`.
    public func withBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        bytes.span.extracting(first: byteCount).withUnsafeBytes(body)
    }

    /// - Returns: whether there is room for a record.
    private mutating func begin(_ tag: Tag) -> Bool {
        guard count <= Self.mostArguments else { return false }
        count += 1
        put(tag.rawValue)
        return true
    }

    private mutating func put(_ value: some FixedWidthInteger) {
        for shift in stride(from: 0, to: value.bitWidth, by: 8) {
            bytes[byteCount] = UInt8(truncatingIfNeeded: value >> shift)
            byteCount += 1
        }
    }
}
