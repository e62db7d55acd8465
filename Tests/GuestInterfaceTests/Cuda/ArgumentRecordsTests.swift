import Testing

@testable import GuestInterface

@Suite struct ArgumentRecordsTests {
    private func code(_ bytes: [UInt8]) -> CudaCode? {
        do throws(CudaFault) {
            _ = try ArgumentRecords.parse(bytes)
            return nil
        } catch {
            return error.code
        }
    }

    private func message(_ bytes: [UInt8]) -> String {
        do throws(CudaFault) {
            _ = try ArgumentRecords.parse(bytes)
            return ""
        } catch {
            return error.message
        }
    }

    private static let sizes: [UInt8: Int] = [1: 4, 2: 8, 3: 4, 4: 8, 5: 4, 6: 8, 7: 8, 8: 16]

    @Test func `an empty list has no records`() throws {
        #expect(try ArgumentRecords.parse([]) == [])
    }

    @Test(
        arguments: [
            ([1, 0xFE, 0xFF, 0xFF, 0xFF], .scalar(0xFFFF_FFFE, byteCount: 4)),
            ([2, 1, 2, 3, 4, 5, 6, 7, 0x88], .scalar(0x8807_0605_0403_0201, byteCount: 8)),
            ([3, 0, 0, 0x80, 0x3F], .scalar(0x3F80_0000, byteCount: 4)),
            ([4, 0, 0, 0, 0, 0, 0, 0xF0, 0x3F], .scalar(0x3FF0_0000_0000_0000, byteCount: 8)),
            ([5, 0xFF, 0xFF, 0xFF, 0xFF], .scalar(0xFFFF_FFFF, byteCount: 4)),
            ([6, 0xFF, 0, 0, 0, 0, 0, 0, 0xFF], .scalar(0xFF00_0000_0000_00FF, byteCount: 8)),
            ([7, 0, 1, 0, 0, 2, 0, 0, 0x80], .window(offset: 256, byteCount: 0x8000_0002)),
            (
                [8, 1, 0, 0, 0, 0, 0, 0, 0x80, 3, 0, 0, 0, 0, 0, 0, 0],
                .buffer(handle: 0x8000_0000_0000_0001, offset: 3)
            ),
        ] as [([UInt8], ArgumentRecord)])
    func `each tag has its size and its value`(_ bytes: [UInt8], _ record: ArgumentRecord) throws {
        #expect(try ArgumentRecords.parse(bytes) == [record])
    }

    @Test func `records follow each other without padding, in order`() throws {
        let bytes: [UInt8] = [5, 1, 0, 0, 0] + [7, 2, 0, 0, 0, 3, 0, 0, 0] + [6, 4, 0, 0, 0, 0, 0, 0, 0]
        #expect(
            try ArgumentRecords.parse(bytes) == [
                .scalar(1, byteCount: 4), .window(offset: 2, byteCount: 3), .scalar(4, byteCount: 8),
            ])
    }

    @Test func `every byte but eight is an unknown tag`() {
        for tag in UInt8.min...UInt8.max {
            let isKnown = Self.sizes[tag] != nil
            let list = [5, 0, 0, 0, 0, tag] + [UInt8](repeating: 0, count: Self.sizes[tag] ?? 16)
            #expect(code(list) == (isKnown ? nil : .invalidArguments), "\(tag)")
            if !isKnown { #expect(message(list) == "argument 1 has the unknown tag \(tag)") }
        }
    }

    @Test func `a record cut short anywhere is refused`() {
        for (tag, size) in Self.sizes {
            for count in 0..<size {
                let list = [tag] + [UInt8](repeating: 0, count: count)
                #expect(code(list) == .invalidArguments)
                #expect(message(list).hasPrefix("argument 0 ends after \(count) of the \(size) bytes"))
            }
        }
    }

    @Test func `128 records are the most`() throws {
        let record: [UInt8] = [5, 0, 0, 0, 0]
        let most = [[UInt8]](repeating: record, count: 128).flatMap(\.self)
        #expect(try ArgumentRecords.parse(most).count == 128)
        #expect(code(most + record) == .argumentsUnsupported)
        // One more tag is one record more, however it goes on.
        #expect(code(most + [5]) == .argumentsUnsupported)
        #expect(code(most + [99]) == .argumentsUnsupported)
    }

    @Test func `4096 bytes are the most, whatever they say`() {
        #expect(code([UInt8](repeating: 0, count: 4_096)) == .invalidArguments)
        #expect(code([UInt8](repeating: 0, count: 4_097)) == .argumentsUnsupported)
    }

    @Test func `any bytes are either records that take them all or a refusal`() {
        var seed: UInt64 = 1
        func next(_ limit: UInt64) -> UInt64 {
            // The generator of Knuth's MMIX; its high bits are the good ones.
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return (seed >> 33) % limit
        }
        for _ in 0..<20_000 {
            let bytes = (0..<next(65)).map { _ in UInt8(next(10)) }
            guard let records = try? ArgumentRecords.parse(bytes) else { continue }
            let taken = records.reduce(0) { sum, record in
                switch record {
                case .scalar(_, let count): sum + 1 + count
                case .window: sum + 9
                case .buffer: sum + 17
                }
            }
            #expect(taken == bytes.count)
        }
    }
}
