import Testing

@testable import WasmBinary

struct IntegerTests {
    private func reader(_ bytes: [UInt8]) -> ByteReader { ByteReader(bytes[...], limits: BinaryLimits()) }

    @Test(
        arguments: [
            ([0x00], 0), ([0x7F], 127), ([0x80, 0x01], 128), ([0xFF, 0xFF, 0xFF, 0xFF, 0x0F], UInt32.max),
            ([0x80, 0x80, 0x80, 0x80, 0x00], 0), ([0x83, 0x00], 3),
        ] as [([UInt8], UInt32)])
    func `an unsigned integer is read in every length it may have`(_ bytes: [UInt8], _ value: UInt32) throws {
        var reader = reader(bytes)
        #expect(try reader.unsigned32() == value)
        #expect(reader.isAtEnd)
    }

    @Test(
        arguments: [
            [0x80, 0x80, 0x80, 0x80, 0x80, 0x00], [0xFF, 0xFF, 0xFF, 0xFF, 0x1F], [0x80, 0x80, 0x80, 0x80, 0x10],
            [0x80, 0x80, 0x80, 0x80, 0x8F, 0x00],
        ] as [[UInt8]])
    func `an unsigned integer with bits or bytes beyond 32 is refused`(_ bytes: [UInt8]) {
        var reader = reader(bytes)
        let error = binaryError { try reader.unsigned32() }
        #expect(error?.code == .malformedInteger)
        #expect(error?.offset == 0)
    }

    @Test(
        arguments: [
            ([0x00], 0), ([0x7F], -1), ([0x40], -64), ([0x3F], 63), ([0x80, 0x7F], -128), ([0xC0, 0x00], 64),
            ([0x80, 0x80, 0x80, 0x80, 0x78], Int32.min), ([0xFF, 0xFF, 0xFF, 0xFF, 0x07], Int32.max),
            ([0xFF, 0xFF, 0xFF, 0xFF, 0x7F], -1),
        ] as [([UInt8], Int32)])
    func `a signed integer is read in every length it may have`(_ bytes: [UInt8], _ value: Int32) throws {
        var reader = reader(bytes)
        #expect(try reader.signed32() == value)
        #expect(reader.isAtEnd)
    }

    @Test(
        arguments: [
            [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x80, 0x80, 0x80, 0x80, 0x70], [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F],
            [0xFF, 0xFF, 0xFF, 0xFF, 0x4F],
        ] as [[UInt8]])
    func `a signed integer whose unused bits are not its sign is refused`(_ bytes: [UInt8]) {
        var reader = reader(bytes)
        #expect(binaryError { try reader.signed32() }?.code == .malformedInteger)
    }

    @Test func `integers of 64 bits keep their ends and refuse what lies beyond`() throws {
        let nine = [UInt8](repeating: 0xFF, count: 9)
        var reader = reader(nine + [0x01] + nine + [0x00] + nine + [0x7F])
        #expect(try reader.unsigned64() == .max)
        #expect(try reader.signed64() == .max)
        #expect(try reader.signed64() == -1)
        for last: UInt8 in [0x02, 0x81, 0x7F] {
            var reader = self.reader(nine + [last])
            #expect(binaryError { try reader.unsigned64() }?.code == .malformedInteger)
        }
        for last: UInt8 in [0x01, 0x7E, 0xFF] {
            var reader = self.reader(nine + [last])
            #expect(binaryError { try reader.signed64() }?.code == .malformedInteger)
        }
    }

    @Test func `an integer that is cut off ends at the end`() {
        for count in 0..<4 {
            var reader = reader([UInt8](repeating: 0x80, count: count))
            let error = binaryError { try reader.unsigned32() }
            #expect(error == BinaryError(.unexpectedEnd, "unexpected end", at: count))
        }
    }

    @Test func `every integer is written in its shortest form and read back`() throws {
        var values: [Int64] = [0, .min, .max]
        for shift in 0..<Int64(63) { values += [1 << shift, (1 << shift) - 1, -1 << shift, (-1 << shift) - 1] }
        for value in values {
            var writer = ByteWriter()
            writer.signed(value)
            writer.unsigned(UInt64(bitPattern: value))
            let bytes = writer.joined()
            var reader = reader(bytes)
            #expect(try reader.signed64() == value)
            let signedCount = reader.position
            #expect(try reader.unsigned64() == UInt64(bitPattern: value))
            let bits = 64 - (value < 0 ? ~value : value).leadingZeroBitCount + 1
            #expect(signedCount == (bits + 6) / 7)
            #expect(bytes.count - signedCount == max(1, (70 - UInt64(bitPattern: value).leadingZeroBitCount) / 7))
        }
    }
}
