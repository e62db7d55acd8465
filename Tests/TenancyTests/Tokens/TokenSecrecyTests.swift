import Testing

@testable import Tenancy

@Suite struct TokenSecrecyTests {
    @Test func `no way of printing a table shows a token or its digest`() throws {
        let table = try TokenTable.parse(list: "s3cret-alpha:tenant=1,sha256:\(TokenSample.hex("s3cret-beta"))")
        var dumped = ""
        dump(table, to: &dumped)
        dump([table], to: &dumped)
        let printed = ["\(table)", String(reflecting: table), String(describing: [table]), dumped]
        for text in printed {
            #expect(text.contains("TokenTable(2)") || text.contains("count: 2"))
            for secret in ["s3cret", String(TokenSample.hex("s3cret-beta").dropFirst(8)), "word"] {
                #expect(!text.contains(secret))
            }
        }
    }

    @Test func `a digest prints as its token id only`() throws {
        let digest = TokenDigest(of: Array("abc".utf8))
        var dumped = ""
        dump(digest, to: &dumped)
        #expect("\(digest)" == "ba7816bf")
        #expect(dumped.contains("ba7816bf") && !dumped.contains("8f01cfea") && !dumped.contains("word"))
        var listed = ""
        dump(TokenEntry(digest: digest, scope: .all, isScoped: true), to: &listed)
        #expect(!listed.contains("word") && !listed.contains("8f01cfea"))
    }

    @Test(arguments: [
        "ZQXJ ZQXJ", "ZQXJ:ZQXJ", "ZQXJ:tenant=ZQXJ", "ZQXJ:tenant=", "ZQXJ:tenant=1,+2,ZQXJ", "ZQXJ,ZQXJ",
        "sha256:ZQXJ",
        "ZQXJ:tenant=*,7", "ZQXJ:tenant=99999999999999999999", "ZQXJ\u{1}", "ZQXJ,,",
    ])
    func `a fault shows nothing of the text`(_ text: String) {
        let parsers: [@Sendable (String) throws -> TokenTable] = [
            { try TokenTable.parse(list: $0) }, { try TokenTable.parse(file: $0) },
        ]
        for parse in parsers {
            do {
                _ = try parse(text)
                Issue.record("accepted")
            } catch {
                var dumped = ""
                dump(error, to: &dumped)
                for printed in [
                    "\(error)", String(reflecting: error), dumped, (error as? TokenFault)?.reason ?? "ZQXJ",
                ] {
                    #expect(!printed.contains("ZQXJ"))
                }
            }
        }
    }
}
