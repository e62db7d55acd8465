import Testing

@testable import WasmBinary

struct LimitTests {
    private func error(_ bytes: [UInt8], _ change: (inout BinaryLimits) -> Void) -> BinaryError? {
        var limits = BinaryLimits()
        change(&limits)
        return binaryError { try WasmModule(decoding: bytes, limits: limits).normalised(limits: limits) }
    }

    static let cases: [([UInt8], WritableKeyPath<BinaryLimits, Int> & Sendable, Int)] = [
        (Bytes.module(Bytes.types), \.moduleBytes, 20),
        (Bytes.module(Bytes.types), \.types, 2),
        (Bytes.module(Bytes.section(1, [2, 0x4E, 2, 0x5F, 0, 0x5F, 0, 0x5F, 0])), \.types, 3),
        (Bytes.module(Bytes.types), \.parameters, 1),
        (Bytes.module(Bytes.types), \.results, 1),
        (Bytes.module(Bytes.section(1, [1, 0x5F, 2, 0x7F, 0, 0x7F, 0])), \.fields, 2),
        (Bytes.module(Bytes.section(2, [2, 0, 0, 0, 0, 0, 0, 0, 0])), \.imports, 2),
        (Bytes.module(Bytes.section(2, [1, 0, 0, 0x7E, 0, 0, 2, 0, 0])), \.imports, 2),
        (Bytes.function([]), \.functions, 1),
        (Bytes.module(Bytes.section(4, [1, 0x70, 0, 0])), \.tables, 1),
        (Bytes.module(Bytes.section(5, [1, 0, 0])), \.memories, 1),
        (Bytes.module(Bytes.section(13, [1, 0, 0])), \.tags, 1),
        (Bytes.module(Bytes.section(6, [1, 0x7F, 0, 0x41, 0, 0x0B])), \.globals, 1),
        (Bytes.module(Bytes.section(6, [1, 0x7F, 0, 0x41, 0, 0x0B])), \.constantInstructions, 1),
        (Bytes.module(Bytes.section(7, [1, 0, 0, 0])), \.exports, 1),
        (Bytes.module(Bytes.section(9, [1, 1, 0, 0])), \.elementSegments, 1),
        (Bytes.module(Bytes.section(9, [2, 1, 0, 2, 0, 0, 1, 0, 1, 0])), \.elementItems, 3),
        (Bytes.module(Bytes.section(11, [1, 1, 0])), \.dataSegments, 1),
        (Bytes.module(Bytes.custom("abc")), \.customSections, 1),
        (Bytes.module(Bytes.custom("abc")), \.nameBytes, 3),
        (Bytes.function([0x01]), \.bodyBytes, 3),
        (Bytes.function([], locals: [2, 3, 0x7F, 2, 0x7E]), \.locals, 5),
        (Bytes.function([0x02, 0x40, 0x03, 0x40, 0x0B, 0x0B]), \.nesting, 2),
        (Bytes.function([0x0E, 2, 0, 0, 0]), \.branchTargets, 2),
        (Bytes.function([0x1F, 0x40, 1, 2, 0, 0x0B]), \.catches, 1),
        (Bytes.function([0x1C, 2, 0x7F, 0x7F]), \.selectTypes, 2),
    ]

    @Test(arguments: cases.indices)
    func `what is just within a limit is read, and one more is refused`(_ index: Int) {
        let (bytes, limit, count) = Self.cases[index]
        let needed = limit == \BinaryLimits.moduleBytes ? bytes.count : count
        #expect(error(bytes) { $0[keyPath: limit] = needed } == nil, "\(limit)")
        #expect(error(bytes) { $0[keyPath: limit] = needed - 1 }?.code == .limitExceeded, "\(limit)")
    }

    @Test(arguments: [1, 2, 3, 4, 5, 13, 6, 7, 9, 10, 11] as [UInt8])
    func `a count that the bytes cannot hold is refused before anything is allocated`(_ section: UInt8) {
        for count: [UInt8] in [[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0xA0, 0x8D, 0x06]] {
            let code = error(Bytes.module(Bytes.section(section, count + [0]))) { _ in }?.code
            #expect(code == .unexpectedEnd || code == .limitExceeded || code == .countMismatch)
        }
    }

    @Test func `locals that would not fit into an integer are refused`() {
        let most: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0x7F]
        #expect(error(Bytes.function([], locals: [2] + most + most)) { _ in }?.code == .limitExceeded)
    }
}
