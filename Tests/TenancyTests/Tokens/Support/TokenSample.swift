import Crypto
import TestSupport

@testable import Tenancy

/// A token, what it may do, and the ways in which a list can say so.
struct TokenSample {
    var token: String
    var tenants: [UInt64]?
    var isScoped = true
    var isHashed = false

    var scope: TenantScope { tenants.map { TenantScope(only: $0.map(TenantID.init)) } ?? .all }

    /// The entry as an operator would write it.
    var text: String {
        let name = isHashed ? "sha256:" + Self.hex(token) : token
        guard isScoped else { return name }
        return name + ":tenant=" + (tenants?.map(String.init).joined(separator: ",") ?? "*")
    }

    static func hex(_ token: String) -> String {
        SHA256.hash(data: Array(token.utf8)).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    static func random(number: Int, using generator: inout SeededGenerator) -> TokenSample {
        let visible = (0x21...0x7E).filter { $0 != 0x2C && $0 != 0x3A }.map { UInt8($0) }
        let tail = (0..<Int.random(in: 0...40, using: &generator)).map { _ in visible.randomElement(using: &generator)!
        }
        let isScoped = Bool.random(using: &generator)
        let ids = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
            UInt64.random(in: 0 ... .max, using: &generator)
        }
        return TokenSample(
            token: "t\(number)." + String(decoding: tail, as: UTF8.self),
            tenants: isScoped && Bool.random(using: &generator) ? ids : nil, isScoped: isScoped,
            isHashed: Bool.random(using: &generator))
    }
}

extension TokenTable {
    /// Who presents a text.
    func principal(of text: String) -> Principal? { principal(of: text.utf8) }
}
