import Foundation

/// An audit line as another program reads it.
struct AuditLine: Decodable {
    struct Actor: Decodable {
        let kind: String
        let tokenId: String?
        let scope: String?
    }

    struct Resource: Decodable {
        let functionId: String?
        let tenantId: UInt64?
        let jobId: String?
        let instanceId: String?
    }

    struct Outcome: Decodable {
        let statusCode: Int
        let errorKind: String?
    }

    let tsUnixMs: Int64
    let requestId: String
    let traceId: String
    let actor: Actor
    let action: String
    let resource: Resource
    let outcome: Outcome
    let latencyMs: Double
    let peerAddr: String?
    let clientCertSubject: String?

    init(_ text: String) throws {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        self = try decoder.decode(AuditLine.self, from: Data(text.utf8))
    }
}
