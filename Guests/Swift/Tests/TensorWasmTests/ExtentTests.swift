import Testing

@testable import TensorWasm

struct ExtentTests {
    @Test(arguments: [(1, 1), (255, 1), (256, 1), (257, 2), (UInt32.max, 1 << 24)])
    func `the fewest blocks that cover the threads are taken`(_ threads: UInt32, _ blocks: UInt32) {
        #expect(Extent(256).blocks(covering: Extent(threads)) == Extent(blocks))
    }

    @Test func `each axis is covered for itself`() {
        #expect(Extent(16, 8, 2).blocks(covering: Extent(33, 8, 5)) == Extent(3, 1, 3))
    }

    @Test func `a block without threads covers nothing`() {
        #expect(Extent(0).blocks(covering: Extent(10)) == Extent(0))
    }
}
