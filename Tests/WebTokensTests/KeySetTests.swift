import Foundation
import Testing

@testable import WebTokens

@Suite struct KeySetTests {
    private func fault(_ entries: [[String: String]]) async -> WebTokenFault? {
        do {
            _ = try await WebTokenVerifier(entries)
            return nil
        } catch {
            return error as? WebTokenFault
        }
    }

    private func fault(json: String) async -> WebTokenFault? {
        do throws(WebTokenFault) {
            _ = try await WebTokenVerifier(keySetJSON: Array(json.utf8), audience: nil, issuer: nil)
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        "", "{}", "[]", "null", "{\"keys\":{}}", "{\"keys\":null}", "{\"keys\":7}", "{\"keys\":[]",
    ])
    func `what is not a key set is refused`(_ json: String) async {
        #expect(await fault(json: json) == WebTokenFault(.malformedKeySet))
    }

    @Test func `a set must have a key that can be used`() async throws {
        #expect(await fault(json: #"{"keys":[]}"#) == WebTokenFault(.noUsableKey))
        let key = try await TestKey.es256()
        let others = [
            key.entry(["use": "enc"]), key.entry(["crv": "secp256k1", "alg": "ES256K"]), ["kty": "new", "kid": "x"],
            key.entry(["alg": "ECDH-ES"]), ["kty": "OKP", "crv": "X25519", "x": "AA"],
            try await TestKey.rsa("RS256").entry(["alg": "RSA-OAEP"]),
        ]
        for other in others { #expect(await fault([other]) == WebTokenFault(.noUsableKey)) }
        // Beside a usable key they do no harm, and do not make its name necessary.
        let verifier = try await WebTokenVerifier(others + [key.entry(["kid": nil, "use": "sig"])])
        #expect(await verifier.refusal(try key.token(claims())) == nil)
    }

    @Test func `a key whose operations do not include verifying is passed over`() async throws {
        let key = try await TestKey.es256()
        func set(_ operations: String) throws -> String {
            let entry = String(decoding: try JSONSerialization.data(withJSONObject: key.entry()), as: UTF8.self)
            return "{\"keys\":[\(entry.dropLast()),\"key_ops\":\(operations)}]}"
        }
        #expect(await fault(json: try set("[\"encrypt\"]")) == WebTokenFault(.noUsableKey))
        #expect(await fault(json: try set("[\"verify\"]")) == nil)
        #expect(await fault(json: try set("7")) == WebTokenFault(.malformedKey, key: 1))
    }

    @Test func `a symmetric key, a private key and a key without security stop the set`() async throws {
        let key = try await TestKey.es256(id: "a")
        let cases: [([String: String], WebTokenFault.Code)] = [
            (try await TestKey.hmac(String(repeating: "s", count: 32), id: "b").entry(), .symmetricKey),
            (["kty": "oct"], .symmetricKey),
            (key.entry(["kid": "b", "d": "AAAA"]), .privateKey),
            (try await TestKey.rsa("RS256").entry(["p": "AAAA"]), .privateKey),
            (key.entry(["kid": "b", "alg": "none"]), .insecureAlgorithm),
            (key.entry(["kid": "b", "alg": "HS256"]), .insecureAlgorithm),
        ]
        for (entry, code) in cases {
            #expect(await fault([key.entry(), entry]) == WebTokenFault(code, key: 2))
        }
    }

    @Test func `a key that is not what its type requires is named by its number`() async throws {
        let ec = try await TestKey.es256()
        let other = try await TestKey.es256()
        let rsa = try await TestKey.rsa("RS256")
        let ed = try await TestKey.edDSA()
        let long = Data(repeating: 0xFF, count: 1_025).base64URL
        let cases = [
            [:], ["kid": "a"], ec.entry(["x": nil]), ec.entry(["y": "AAAA"]), ec.entry(["x": "?"]),
            ec.entry(["x": ec.members["y"]]), ec.entry(["y": other.members["y"]]), ec.entry(["alg": "ES384"]),
            ec.entry(["crv": "P-384", "alg": nil]), ec.entry(["crv": nil]), ec.entry(["alg": "RS256"]),
            rsa.entry(["n": nil]), rsa.entry(["e": nil]), rsa.entry(["e": ""]), rsa.entry(["n": "AQAB"]),
            rsa.entry(["n": long]), rsa.entry(["e": "AAAAAAAAAAAAAAAAAAAA"]), rsa.entry(["e": "AA"]),
            rsa.entry(["e": "AQ"]),
            rsa.entry(["e": "Ag"]), rsa.entry(["alg": "ES256"]),
            rsa.entry(["n": Data(repeating: 0, count: 256).base64URL]),
            ed.entry(["x": nil]), ed.entry(["x": "AAAA"]), ed.entry(["alg": "ES256"]), ed.entry(["crv": nil]),
        ]
        for (index, entry) in cases.enumerated() {
            let found = await fault([try await TestKey.es256(id: "first").entry(), entry])
            #expect(found == WebTokenFault(.malformedKey, key: 2), "case \(index)")
        }
        #expect(await fault(json: #"{"keys":[7]}"#) == WebTokenFault(.malformedKey, key: 1))
        #expect(await fault(json: #"{"keys":[{"kty":"EC","kid":7}]}"#) == WebTokenFault(.malformedKey, key: 1))
    }

    @Test func `several keys need names, each its own`() async throws {
        let key = try await TestKey.es256(id: "a")
        #expect(await fault([key.entry(), key.entry(["kid": nil])]) == WebTokenFault(.keyWithoutID, key: 2))
        #expect(await fault([key.entry(["kid": nil]), key.entry()]) == WebTokenFault(.keyWithoutID, key: 1))
        #expect(
            await fault([key.entry(), key.entry(["kid": "b"]), key.entry()]) == WebTokenFault(.duplicateKeyID, key: 3))
        #expect(await fault([key.entry(["kid": nil])]) == nil)
    }

    @Test func `a set that is too large or has too many keys is refused`() async throws {
        let key = try await TestKey.edDSA()
        let most = (1...WebTokenLimits.keys).map { key.entry(["kid": "\($0)"]) }
        #expect(await fault(most) == nil)
        #expect(await fault(most + [key.entry(["kid": "0"])]) == WebTokenFault(.tooManyKeys))
        let set = String(decoding: try keySet([key.entry()]), as: UTF8.self)
        let padding = String(repeating: " ", count: WebTokenLimits.keySetBytes - set.utf8.count)
        #expect(await fault(json: set + padding) == nil)
        #expect(await fault(json: set + padding + " ") == WebTokenFault(.keySetTooLarge))
        #expect(
            await fault(json: String(repeating: "[", count: WebTokenLimits.keySetBytes))
                == WebTokenFault(.malformedKeySet))
    }

    @Test func `a fault tells the key's number and nothing of it`() async {
        let found = await fault([["kty": "oct", "k": "c2VjcmV0", "kid": "c2VjcmV0"]])
        #expect(found.map { "\($0)" } == "key 1: a symmetric key can sign as well as verify and is refused")
        #expect(WebTokenFault(.expired).description == "the token has expired")
    }
}
