import TestSupport
import Testing

@testable import Tenancy

@Suite struct TokenListPropertyTests {
    @Test func `what is written as a list or a file is read back`() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<200 {
            let samples = (0..<Int.random(in: 1...20, using: &generator)).map {
                TokenSample.random(number: $0, using: &generator)
            }
            let list = try TokenTable.parse(list: samples.map(\.text).joined(separator: ","))
            let file = try TokenTable.parse(file: samples.map(\.text).joined(separator: "\r\n"))
            for table in [list, file] {
                #expect(table.count == samples.count)
                #expect(table.wildcardCount == samples.count { !$0.isScoped })
                for sample in samples {
                    let principal = table.principal(of: sample.token)
                    #expect(principal?.scope == sample.scope)
                    #expect(principal?.tokenID == String(TokenSample.hex(sample.token).prefix(8)))
                }
            }
        }
    }

    @Test func `a scope that is read, written and read again stays the same`() throws {
        var generator = SeededGenerator(seed: 2)
        for _ in 0..<200 {
            let scope = TokenSample.random(number: 0, using: &generator).scope
            let entry = "tok:tenant=\(scope)"
            #expect(try TokenTable.parse(list: entry).principal(of: "tok")?.scope == scope)
        }
    }

    @Test func `a position is that of the mistake, wherever it stands`() throws {
        var generator = SeededGenerator(seed: 3)
        for bad in ["", "b c", "x:", "x:tenant=", "x:tenant=y", "sha256:0", "é", "*"] {
            for _ in 0..<20 {
                var entries = (0..<Int.random(in: 1...30, using: &generator)).map {
                    TokenSample.random(number: $0, using: &generator).text
                }
                let place = Int.random(in: 0...entries.count, using: &generator)
                entries.insert(bad, at: place)
                let fault = #expect(throws: TokenFault.self) {
                    try TokenTable.parse(list: entries.joined(separator: ","))
                }
                #expect(fault?.position == place + 1 && fault?.unit == .entry)
                guard !bad.isEmpty else { continue }
                let lineFault = #expect(throws: TokenFault.self) {
                    try TokenTable.parse(file: entries.joined(separator: "\n"))
                }
                #expect(lineFault?.position == place + 1 && lineFault?.unit == .line)
            }
        }
    }

    @Test(arguments: [
        Array(UInt8.min...UInt8.max), Array("a1,:=*+# \n\rtenant".utf8), Array("sha256:0f,".utf8),
        Array("12,:tenant=".utf8),
    ])
    func `no bytes do anything but parse or name a fault`(_ alphabet: [UInt8]) {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...60, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator)! }
            let text = String(decoding: bytes, as: UTF8.self)
            let entries = text.utf8.count { $0 == 0x2C } + 1
            let lines = text.utf8.count { $0 == 0x0A } + 1
            check(atMost: entries) { try TokenTable.parse(list: text) }
            check(atMost: lines) { try TokenTable.parse(file: text) }
        }
    }

    private func check(atMost most: Int, _ parse: () throws -> TokenTable) {
        do {
            let table = try parse()
            #expect(table.count <= most)
        } catch {
            #expect((1...most).contains((error as? TokenFault)?.position ?? 0))
        }
    }
}
