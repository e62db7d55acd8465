import Foundation
import Tenancy
import Testing

@testable import WebTokens

@Suite struct AlgorithmTests {
    @Test func `tokens of every asymmetric algorithm are verified, each with the key it names`() async throws {
        let keys = try await TestKey.all()
        let verifier = try await WebTokenVerifier(keys.map { $0.entry() })
        for key in keys {
            let token = try key.token(claims(tenants: "[1,2]"))
            let principal = try await verifier.principal(of: token, now: testNow)
            #expect(principal.kind == .jwt && principal.scope.description == "1,2", "\(key.algorithm.name)")
            #expect(principal.tokenID == TokenDigest(of: Array(token.utf8)).tokenID)
        }
    }

    @Test func `a key without an algorithm has those of its type`() async throws {
        for key in try await TestKey.all() {
            let verifier = try await WebTokenVerifier([key.entry(["alg": nil])])
            #expect(await verifier.refusal(try key.token(claims())) == nil, "\(key.algorithm.name)")
        }
    }

    @Test func `a key with an algorithm has no other`() async throws {
        let verifier = try await WebTokenVerifier([try await TestKey.rsa("RS256").entry()])
        for name in ["RS384", "RS512", "PS256", "PS384", "PS512"] {
            let token = try await TestKey.rsa(name).token(claims())
            #expect(await verifier.refusal(token) == .wrongAlgorithm)
        }
        // The signature is right for RS256, but the header says something else.
        let key = try await TestKey.rsa("RS256")
        for name in ["RS384", "PS256", "ES256", "HS256", "none", "None", "", "rs256", "RS256 "] {
            let token = try key.token(claims(), header: "{\"alg\":\"\(name)\",\"kid\":\"rsa\"}")
            #expect(await verifier.refusal(token) == .wrongAlgorithm, "\(name)")
        }
    }

    @Test(arguments: ["none", "None", "NONE", "nOnE"])
    func `a token without a signature is refused`(_ name: String) async throws {
        let key = try await TestKey.es256(id: nil)
        let verifier = try await WebTokenVerifier([key.entry()])
        let unsigned = Data("{\"alg\":\"\(name)\"}".utf8).base64URL + "." + Data(claims().utf8).base64URL + "."
        #expect(await verifier.refusal(unsigned) == .malformedToken)
        #expect(await verifier.refusal(unsigned + "AA") == .wrongAlgorithm)
    }

    @Test func `a public key's text is not a secret that signs`() async throws {
        for key in [try await TestKey.rsa("RS256", id: nil), try await TestKey.es256(id: nil)] {
            let verifier = try await WebTokenVerifier([key.entry()])
            let looseVerifier = try await WebTokenVerifier([key.entry(["alg": nil])])
            let numbers = key.members.values.filter { $0.utf8.count >= 32 }
            for secret in [key.publicPEM, key.publicPEM + "\n"] + numbers {
                let forger = try await TestKey.hmac(secret)
                let plain = try forger.token(claims())
                let disguised = try forger.token(claims(), header: "{\"alg\":\"\(key.algorithm.name)\"}")
                for verifier in [verifier, looseVerifier] {
                    #expect(await verifier.refusal(plain) == .wrongAlgorithm)
                    #expect(await verifier.refusal(disguised) == .wrongSignature)
                }
            }
        }
    }

    @Test func `another key of the same type and name does not sign for it`() async throws {
        let verifier = try await WebTokenVerifier([try await TestKey.es256().entry()])
        #expect(await verifier.refusal(try await TestKey.es256().token(claims())) == .wrongSignature)
    }

    @Test func `a token says which of several keys it is signed with`() async throws {
        let keys = [try await TestKey.es256(id: "a"), try await TestKey.es256(id: "b")]
        let verifier = try await WebTokenVerifier(keys.map { $0.entry() })
        #expect(await verifier.refusal(try keys[1].token(claims())) == nil)
        let swapped = try keys[1].token(claims(), header: #"{"alg":"ES256","kid":"a"}"#)
        #expect(await verifier.refusal(swapped) == .wrongSignature)
        for header in [#"{"alg":"ES256"}"#, #"{"alg":"ES256","kid":"c"}"#, #"{"alg":"ES256","kid":null}"#] {
            #expect(await verifier.refusal(try keys[0].token(claims(), header: header)) == .unknownKey)
        }
    }

    @Test func `with one key a token need not name it, and cannot when it has no name`() async throws {
        let named = try await TestKey.es256(id: "a")
        let verifier = try await WebTokenVerifier([named.entry()])
        #expect(await verifier.refusal(try named.token(claims(), header: #"{"alg":"ES256"}"#)) == nil)
        let other = try named.token(claims(), header: #"{"alg":"ES256","kid":"b"}"#)
        #expect(await verifier.refusal(other) == .unknownKey)
        let nameless = try await WebTokenVerifier([named.entry(["kid": nil])])
        #expect(await nameless.refusal(other) == nil)
    }

    @Test func `keys that a header brings along are not used`() async throws {
        let key = try await TestKey.es256(id: nil)
        let forger = try await TestKey.es256(id: nil)
        let brought = String(decoding: try JSONSerialization.data(withJSONObject: forger.entry()), as: UTF8.self)
        let verifier = try await WebTokenVerifier([key.entry()])
        let token = try forger.token(claims(), header: "{\"alg\":\"ES256\",\"jwk\":\(brought)}")
        #expect(await verifier.refusal(token) == .wrongSignature)
    }
}
