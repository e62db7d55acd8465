import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct GatewayAuditTests {
    private struct Line: Decodable {
        struct Actor: Decodable {
            let kind: String
            let tokenId: String?
            let scope: String?
        }
        struct Resource: Decodable {
            let functionId: String?
            let tenantId: UInt64?
            let jobId: String?
        }
        struct Outcome: Decodable {
            let statusCode: Int
            let errorKind: String?
        }
        let requestId: String
        let actor: Actor
        let action: String
        let resource: Resource
        let outcome: Outcome
        let peerAddr: String?
    }

    /// Runs a server with tokens and an audit file, and reads what it has recorded once it has ended.
    private func recorded(
        _ variables: [String: String] = [:], _ body: (TestServer) async throws -> Void
    ) async throws -> (lines: [Line], text: String) {
        try await withTemporaryDirectory { path in
            let file = path + "/audit.log"
            var all = ["API_TOKENS": "alpha-token:tenant=1,omega-token:tenant=*", "API_AUDIT_LOG": "file:" + file]
            all.merge(variables) { $1 }
            try await withTestServer(all, at: path + "/data", body)
            let text = try String(contentsOfFile: file, encoding: .utf8)
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let lines = try text.split(separator: "\n").map { try decoder.decode(Line.self, from: Data($0.utf8)) }
            return (lines, text)
        }
    }

    private static let alpha = ["authorization": "Bearer alpha-token", "x-tensorwasm-tenant": "1"]

    @Test func `every change is recorded with its actor, resource and outcome, and nothing else is`() async throws {
        var ids: [String] = []
        var requests: [String?] = []
        let (lines, text) = try await recorded { server in
            let headers = Self.alpha.merging(["content-type": "application/wat"]) { $1 }
            let created = try await server.request("POST", "/functions?name=f", headers: headers, body: Guest.add)
            let id = try created.json(FunctionBody.self).id
            requests.append(created["x-request-id"])
            let call = try await server.invoke(id, #"{"export":"add","args":[1,2]}"#, headers: Self.alpha)
            requests.append(call["x-request-id"])
            _ = try await server.request("GET", "/functions/\(id)", headers: Self.alpha)
            _ = try await server.request("GET", "/functions", headers: Self.alpha)
            _ = try await server.request("GET", "/healthz")
            let job = try await server.request(
                "POST", "/functions/\(id)/invoke-async",
                headers: Self.alpha.merging(["content-type": "application/json"]) { $1 },
                body: #"{"export":"add","args":[1,2]}"#)
            requests.append(job["x-request-id"])
            let deleted = try await server.request("DELETE", "/functions/\(id)", headers: Self.alpha)
            requests.append(deleted["x-request-id"])
            ids = [id, try job.json(JobTests.Job.Accepted.self).jobID]
        }
        #expect(
            lines.map(\.action) == [
                "create_function", "invoke_function", "invoke_function_async", "delete_function",
            ])
        #expect(lines.map(\.requestId) == requests)
        #expect(lines.map(\.outcome.statusCode) == [200, 200, 202, 204])
        #expect(lines.allSatisfy { $0.resource.functionId == ids[0] && $0.resource.tenantId == 1 })
        #expect(lines[2].resource.jobId == ids[1])
        #expect(lines.allSatisfy { $0.actor.kind == "token" && $0.actor.scope == "1" && $0.actor.tokenId?.count == 8 })
        #expect(lines.allSatisfy { $0.peerAddr?.hasPrefix("127.0.0.1:") == true })
        #expect(!text.contains("alpha-token") && !text.contains("omega-token"))
    }

    @Test func `refusals are recorded too, with what is known of who asked`() async throws {
        let variables = ["LIMIT_RATE_PER_TENANT": "1", "LIMIT_BURST_PER_TENANT": "1"]
        let unknown = "00000000-0000-4000-8000-000000000000"
        let (lines, text) = try await recorded(variables) { server in
            try expectRefusal(try await server.invoke(unknown), 401, "unauthorized")
            let wrong = ["authorization": "Bearer stolen-token", "x-tensorwasm-tenant": "1"]
            try expectRefusal(try await server.invoke(unknown, headers: wrong), 401, "unauthorized")
            let foreign = ["authorization": "Bearer alpha-token", "x-tensorwasm-tenant": "2"]
            try expectRefusal(
                try await server.request("DELETE", "/functions/\(unknown)", headers: foreign), 403,
                "tenant_scope_denied")
            try expectRefusal(try await server.invoke(unknown, headers: Self.alpha), 404, "not_found")
            var status = 404
            for _ in 0..<50 where status == 404 {
                status = try await server.invoke(unknown, headers: Self.alpha).status
            }
            #expect(status == 429)
        }
        let kinds = lines.map(\.outcome.errorKind)
        #expect(kinds.prefix(4) == ["unauthorized", "unauthorized", "tenant_scope_denied", "not_found"])
        #expect(kinds.last == "rate_limited")
        #expect(lines.prefix(2).allSatisfy { $0.actor.kind == "unauthenticated" })
        #expect(lines.dropFirst(2).allSatisfy { $0.actor.kind == "token" })
        #expect(lines[2].resource.tenantId == 2)
        #expect(!text.contains("stolen-token"))
    }

    @Test(.enabled(if: Mount.isAvailable, "needs the right to mount a file system"))
    func `with strict auditing a call fails while its record cannot be written, and only then`() async throws {
        try await Mount.withTmpfs(mebibytes: 1) { path in
            let variables = ["API_AUDIT_LOG": "file:\(path)/audit.log", "API_AUDIT_STRICT": "1"]
            try await withTestServer(variables) { server in
                let id = try await server.deploy(Guest.add)
                let body = #"{"export":"add","args":[1,2]}"#
                let call = try await server.invoke(id, body)
                #expect(call.status == 200)
                // The record is there before the answer.
                let text = try String(contentsOfFile: path + "/audit.log", encoding: .utf8)
                #expect(text.contains(try #require(call["x-request-id"])))

                _ = FileManager.default.createFile(atPath: path + "/filler", contents: nil)
                let filler = try FileHandle(forWritingTo: URL(filePath: path + "/filler"))
                for count in [1 << 16, 1 << 12] {
                    while (try? filler.write(contentsOf: Data(repeating: 1, count: count))) != nil {}
                }
                try filler.close()
                // What is left of the file's last block may take a few more records.
                var statuses: Set<Int> = []
                for _ in 0..<64 { statuses.insert(try await server.invoke(id, body).status) }
                #expect(statuses.contains(503) && statuses.isSubset(of: [200, 503]))
                try FileManager.default.removeItem(atPath: path + "/filler")
                #expect(try await server.invoke(id, body).status == 200)
            }
        }
    }
}
