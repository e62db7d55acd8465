import Testing

@testable import TensorWasm

/// The records are those of docs/GUEST-ABI.md, byte by byte.
struct ArgumentRecordsTests {
    private static func bytes(_ fill: (inout ArgumentRecords) -> Void) -> [UInt8] {
        var records = ArgumentRecords()
        fill(&records)
        return records.withBytes { [UInt8]($0) }
    }

    @Test func `a launch without arguments has no records`() {
        #expect(Self.bytes { _ in }.isEmpty)
    }

    @Test func `each type has its tag and its value with the lowest byte first`() {
        #expect(Self.bytes { $0.append(Int32(-2)) } == [1, 0xFE, 0xFF, 0xFF, 0xFF])
        #expect(Self.bytes { $0.append(Int64(-2)) } == [2, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF])
        #expect(Self.bytes { $0.append(Float(2.5)) } == [3, 0, 0, 0x20, 0x40])
        #expect(Self.bytes { $0.append(2.5) } == [4, 0, 0, 0, 0, 0, 0, 4, 0x40])
        #expect(Self.bytes { $0.append(UInt32(0x0403_0201)) } == [5, 1, 2, 3, 4])
        #expect(Self.bytes { $0.append(UInt64(0x0807_0605_0403_0201)) } == [6, 1, 2, 3, 4, 5, 6, 7, 8])
    }

    @Test func `a window is its offset and its length`() {
        let window = UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: 0x0001_0200), count: 0x0304)
        #expect(Self.bytes { $0.append(window) } == [7, 0, 2, 1, 0, 4, 3, 0, 0])
    }

    @Test func `a device buffer is its handle and an offset`() {
        let buffer = DeviceBuffer(handle: 0x0102, byteCount: 64)
        let record: [UInt8] = [8, 2, 1, 0, 0, 0, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0]
        #expect(Self.bytes { $0.append(buffer, offset: 16) } == record)
    }

    @Test func `records follow each other without padding`() {
        let bytes = Self.bytes {
            $0.append(UInt32(1))
            $0.append(UInt64(2))
            $0.append(Int32(3))
        }
        #expect(bytes == [5, 1, 0, 0, 0, 6, 2, 0, 0, 0, 0, 0, 0, 0, 1, 3, 0, 0, 0])
    }

    @Test func `one record more than the host takes is kept, for the host to refuse, and no further one`() {
        var records = ArgumentRecords()
        for _ in 0..<1000 { records.append(DeviceBuffer(handle: -1, byteCount: 0), offset: .max) }
        #expect(records.count == 129)
        #expect(records.byteCount == 129 * 17)
        #expect(records.withBytes { $0.count } == records.byteCount)
    }
}
