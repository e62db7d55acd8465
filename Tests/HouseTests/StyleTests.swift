import Testing

/// The rules of style whose breach would cost more than a remark in a review.
struct StyleTests {
    private static let mostLines = 400

    @Test func `no source file is longer than a reader keeps in mind`() throws {
        let files = try SourceTree.sources(withExtensions: ["swift", "c", "h"])
        #expect(files.count > 100)
        #expect(files.filter { $0.lines.count > Self.mostLines + 1 }.map(\.path) == [])
    }

    @Test(arguments: ["try!", "fatalError("])
    func `no source ends the process where it could throw`(_ text: String) throws {
        #expect(try places { line in line.contains(text) } == [])
    }

    @Test func `every unchecked conformance to Sendable has its reason beside it`() throws {
        var bare: [String] = []
        for file in try SourceTree.sources(withExtensions: ["swift"]) {
            for (index, line) in file.lines.enumerated() where line.contains("@unchecked Sendable") {
                let neighbours = [index - 1, index + 1].filter(file.lines.indices.contains).map { file.lines[$0] }
                let hasReason = neighbours.contains { Self.isComment($0) } || line.contains(" // ")
                if !hasReason { bare.append("\(file.path):\(index + 1)") }
            }
        }
        #expect(bare == [])
    }

    @Test func `every public declaration is documented`() throws {
        var bare: [String] = []
        for file in try SourceTree.sources(withExtensions: ["swift"]) {
            for (index, line) in file.lines.enumerated() where Self.declaresPublicly(line) {
                let above = file.lines[..<index].last { !Self.isAttribute($0) }
                if above?.isDocumentation != true { bare.append("\(file.path):\(index + 1): \(line)") }
            }
        }
        #expect(bare == [])
    }

    @Test(arguments: [
        ("public struct Trap: Error {", true),
        ("    @inline(__always) public static func now() -> UInt64 {", true),
        ("    public private(set) var outcome: Int?", true),
        ("public enum Kind {", true),
        ("    func hidden() {}", false),
        ("    // public func gone()", false),
        ("public import NIOCore", false),
    ])
    func `a public declaration is recognised`(_ line: String, _ isPublic: Bool) {
        #expect(Self.declaresPublicly(line[...]) == isPublic)
    }

    private func places(where matches: (Substring) -> Bool) throws -> [String] {
        try SourceTree.sources(withExtensions: ["swift"]).flatMap { file in
            file.lines.enumerated().filter { matches($0.element) }.map { "\(file.path):\($0.offset + 1)" }
        }
    }

    private static func isComment(_ line: Substring) -> Bool {
        let text = line.drop { $0 == " " }
        return text.hasPrefix("//") && !text.hasPrefix("///")
    }

    private static func isAttribute(_ line: Substring) -> Bool { line.drop { $0 == " " }.hasPrefix("@") }

    private static func declaresPublicly(_ line: Substring) -> Bool {
        guard line.contains("public ") || line.contains("open ") else { return false }
        let form =
            /^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public|open)\s+(?:[a-z]+(?:\(set\))?\s+)*(?:func|var|let|init|struct|class|enum|actor|protocol|typealias|subscript|case)\b/
        return line.contains(form)
    }
}

extension Substring {
    fileprivate var isDocumentation: Bool { drop { $0 == " " }.hasPrefix("///") }
}
