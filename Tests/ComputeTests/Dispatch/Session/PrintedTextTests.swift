import Testing

@testable import Compute

@Suite struct PrintedTextTests {
    @Test func `what exceeds the limit is dropped, and taking makes room again`() {
        var printed = PrintedText(limit: 5)
        #expect(printed.isEmpty)
        for piece in ["ab", "cdef", "gh"] { printed.append(Array(piece.utf8)) }
        #expect(!printed.isEmpty)
        let first = printed.take()
        #expect(first == Array("abcde".utf8) && printed.isEmpty)
        printed.append(Array("xyz".utf8))
        let second = printed.take()
        #expect(second == Array("xyz".utf8))
    }
}
