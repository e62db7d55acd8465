import Foundation
import Tenancy
import Testing

@testable import WebTokens

@Suite struct TokenShapeTests {
    @Test(arguments: [
        ("a.b.c", true), ("eyJ-_0.AAAA.B9", true), ("", false), ("a", false), ("a.b", false), ("a.b.", false),
        (".b.c", false),
        ("a..c", false), ("a.b.c.d", false), ("a.b.c.", false), ("..", false), ("...", false), ("a.b.c=", false),
        ("a.b.c ", false), ("a.b+.c", false), ("a/.b.c", false), ("a.b.ç", false), ("a.b.c\n", false),
    ])
    func `a web token is three parts of base64url`(_ text: String, _ isOne: Bool) {
        #expect(WebTokenVerifier.looksLikeWebToken(text) == isOne)
        #expect(WebTokenVerifier.looksLikeWebToken(Array(text.utf8)) == isOne)
    }

    @Test func `base64url is read as it is written`() {
        for count in 0...300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255) }
            #expect(Base64URL.decode(Data(bytes).base64URL.utf8) == bytes)
        }
    }

    @Test(arguments: ["A", "AAAAA", "AB", "AAB", "AA==", "A A", "A+A", "A/A", "AA\n", "é"])
    func `what no encoder writes is not base64url`(_ text: String) {
        #expect(Base64URL.decode(text.utf8) == nil)
    }

    @Test func `a change of any character invalidates a token`() async throws {
        for key in [try await TestKey.es256(), try await TestKey.rsa("PS256")] {
            let verifier = try await WebTokenVerifier([key.entry()])
            let token = Array(try key.token(claims()).utf8)
            for index in token.indices {
                var changed = token
                changed[index] = token[index] == 0x41 ? 0x42 : 0x41
                let code = await verifier.refusal(String(decoding: changed, as: UTF8.self))
                #expect(code != nil, "at \(index)")
            }
            #expect(await verifier.refusal(String(decoding: token, as: UTF8.self)) == nil)
        }
    }

    @Test func `claims cannot be exchanged between tokens`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        let small = try key.token(claims(tenants: "[1]")).split(separator: ".")
        let forged = "\(small[0]).\(Data(claims().utf8).base64URL).\(small[2])"
        #expect(await verifier.refusal(forged) == .wrongSignature)
    }

    @Test func `pieces, additions and other texts are not tokens`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        let token = try key.token(claims())
        for text in [
            "", ".", "..", "...", token + ".", token + ".AA", "." + token, token + "=", " " + token, token + "\n",
            "a.b.c",
        ] {
            #expect(await verifier.refusal(text) == .malformedToken, "\(text)")
        }
        let parts = token.split(separator: ".")
        #expect(await verifier.refusal("\(parts[0]).\(parts[1]).\(parts[2].dropLast(2))") == .wrongSignature)
        #expect(await verifier.refusal("\(parts[0]).\(parts[1]).AA") == .wrongSignature)
    }

    @Test(arguments: [
        ("{}", WebTokenFault.Code.malformedToken), ("[]", .malformedToken), (#"{"alg":null}"#, .malformedToken),
        (#"{"alg":["ES256"]}"#, .malformedToken), (#"{"alg":"ES256","kid":7}"#, .malformedToken),
        ("{\"alg\":\"ES256\"", .malformedToken),
        (#"{"alg":"ES256","kid":"es256","crit":["exp"]}"#, .criticalExtension),
        (#"{"alg":"ES256","crit":null}"#, .criticalExtension),
    ])
    func `a header that is not in order is refused`(_ header: String, _ code: WebTokenFault.Code) async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        #expect(await verifier.refusal(try key.token(claims(), header: header)) == code)
    }

    @Test func `headers and claims that nest deeply are refused`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        let nested = String(repeating: "[", count: 600)
        #expect(await verifier.refusal(try key.token("{}", header: nested)) == .malformedToken)
        #expect(await verifier.refusal(try key.token(nested)) == .malformedClaims)
    }

    @Test func `a token has a longest length`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        var padding = 0
        var longest = try key.token(claims())
        while true {
            padding += 1
            let next = try key.token(claims("\"x\":\"\(String(repeating: "y", count: padding))\""))
            guard next.utf8.count <= WebTokenLimits.tokenBytes else {
                #expect(await verifier.refusal(next) == .tokenTooLong)
                break
            }
            longest = next
        }
        #expect(longest.utf8.count > WebTokenLimits.tokenBytes - 3)
        #expect(await verifier.refusal(longest) == nil)
        #expect(await verifier.refusal(String(repeating: "a.", count: 1 << 20)) == .tokenTooLong)
    }

    @Test func `no text that is not a token gets in, and none crashes`() async throws {
        let key = try await TestKey.es256()
        let verifier = try await WebTokenVerifier([key.entry()])
        let token = Array(try key.token(claims()).utf8)
        for _ in 0..<500 {
            var changed = token
            for _ in 0..<Int.random(in: 1...5) {
                changed[Int.random(in: changed.indices)] = UInt8.random(in: 0...255)
            }
            let count = Int.random(in: 0...changed.count)
            let text = String(decoding: changed.prefix(count), as: UTF8.self)
            let code = await verifier.refusal(text)
            #expect(code != nil || Array(text.utf8) == token)
        }
    }
}
