import CryptoExtras
import Foundation
import JWTKit
import Testing

/// A key pair of an issuer: signs tokens, and shows its public part as a key set does.
struct TestKey: Sendable {
    let id: String?
    let algorithm: any JWTAlgorithm
    /// The public members, without `kid`.
    let members: [String: String]
    let publicPEM: String

    /// The key as an entry of a key set, with members replaced, added, or left out where the value is nil.
    func entry(_ changes: [String: String?] = [:]) -> [String: String] {
        var entry = members
        entry["kid"] = id
        for (name, value) in changes { entry[name] = value }
        return entry
    }

    /// A token of these claims.
    ///
    /// - Parameters:
    ///   - claims: JSON text.
    ///   - header: JSON text; the key's algorithm and id when absent.
    func token(_ claims: String, header: String? = nil) throws -> String {
        let kid = id.map { ",\"kid\":\"\($0)\"" } ?? ""
        let header = header ?? "{\"alg\":\"\(algorithm.name)\"\(kid)}"
        let signed = Data(header.utf8).base64URL + "." + Data(claims.utf8).base64URL
        return signed + "." + Data(try algorithm.sign(Array(signed.utf8))).base64URL
    }
}

extension TestKey {
    static func es256(id: String? = "es256") async throws -> TestKey {
        try await ecdsa(ES256PrivateKey(), id: id, curve: "P-256", algorithm: "ES256") {
            ($0.publicKey.pemRepresentation)
        }
    }

    static func es384(id: String? = "es384") async throws -> TestKey {
        try await ecdsa(ES384PrivateKey(), id: id, curve: "P-384", algorithm: "ES384") {
            ($0.publicKey.pemRepresentation)
        }
    }

    static func es512(id: String? = "es512") async throws -> TestKey {
        try await ecdsa(ES512PrivateKey(), id: id, curve: "P-521", algorithm: "ES512") {
            ($0.publicKey.pemRepresentation)
        }
    }

    static func edDSA(id: String? = "eddsa") async throws -> TestKey {
        let key = try EdDSA.PrivateKey()
        let algorithm = try await JWTKeyCollection().add(eddsa: key).getKey()
        let members = [
            "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "x": key.publicKey.rawRepresentation.base64URL,
        ]
        return TestKey(id: id, algorithm: algorithm, members: members, publicPEM: key.publicKey.pemRepresentation)
    }

    /// One RSA key for all tests: making one takes long.
    private static let rsaKey = Result { try _RSA.Signing.PrivateKey(keySize: .bits2048) }

    /// - Parameter name: one of `RS256` … `PS512`.
    static func rsa(_ name: String, id: String? = "rsa") async throws -> TestKey {
        let key = try Insecure.RSA.PrivateKey(backing: rsaKey.get())
        let digest: DigestAlgorithm = name.hasSuffix("256") ? .sha256 : name.hasSuffix("384") ? .sha384 : .sha512
        let keys = JWTKeyCollection()
        if name.hasPrefix("RS") {
            await keys.add(rsa: key, digestAlgorithm: digest)
        } else {
            await keys.add(pss: key, digestAlgorithm: digest)
        }
        let numbers = try key.publicKey.getKeyPrimitives()
        let members = [
            "kty": "RSA", "alg": name, "n": numbers.modulus.base64URL, "e": numbers.publicExponent.base64URL,
        ]
        return TestKey(
            id: id, algorithm: try await keys.getKey(), members: members, publicPEM: key.publicKey.pemRepresentation)
    }

    /// A symmetric key, whose members no set may have.
    static func hmac(_ secret: String, id: String? = nil) async throws -> TestKey {
        let keys = JWTKeyCollection()
        await keys.add(hmac: HMACKey(from: secret), digestAlgorithm: .sha256)
        let members = ["kty": "oct", "alg": "HS256", "k": Data(secret.utf8).base64URL]
        return TestKey(id: id, algorithm: try await keys.getKey(), members: members, publicPEM: "")
    }

    /// One key for each algorithm that is accepted.
    static func all() async throws -> [TestKey] {
        var keys = [try await es256(), try await es384(), try await es512(), try await edDSA()]
        for name in ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"] {
            keys.append(try await rsa(name, id: name))
        }
        return keys
    }

    private static func ecdsa<Key: ECDSAKey>(
        _ key: Key, id: String?, curve: String, algorithm: String, pem: (Key) -> String
    ) async throws -> TestKey {
        let signer = try await JWTKeyCollection().add(ecdsa: key).getKey()
        let point = try #require(key.parameters)
        let members = [
            "kty": "EC", "crv": curve, "alg": algorithm, "x": point.x.withURLAlphabet, "y": point.y.withURLAlphabet,
        ]
        return TestKey(id: id, algorithm: signer, members: members, publicPEM: pem(key))
    }
}

extension Data {
    var base64URL: String { base64EncodedString().withURLAlphabet }
}

extension String {
    var withURLAlphabet: String {
        replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
