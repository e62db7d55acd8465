import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct JobTests {
    struct Job: Decodable {
        let id: String
        let functionID: String
        let status: String
        let attempts: Int
        let created: Int64
        let started: Int64?
        let finished: Int64?

        enum CodingKeys: String, CodingKey {
            case id, status, attempts
            case functionID = "function_id"
            case created = "created_unix_ms"
            case started = "started_unix_ms"
            case finished = "finished_unix_ms"
        }

        struct Page: Decodable {
            let jobs: [Job]
            let nextCursor: String?
            enum CodingKeys: String, CodingKey {
                case jobs
                case nextCursor = "next_cursor"
            }
        }

        struct Accepted: Decodable {
            let jobID: String
            enum CodingKeys: String, CodingKey { case jobID = "job_id" }
        }
    }

    @Test func `a job is accepted, runs, and keeps its result`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            let accepted = try await server.submit(id, #"{"export":"add","args":[20,22]}"#)
            let job = try accepted.json(Job.Accepted.self).jobID
            #expect(accepted["location"] == "/jobs/\(job)")
            let text = try await server.jobText(job, until: "completed")
            #expect(text.contains(#""result":{"function_id":"\#(id)","result":[42]}"#), "\(text)")
            let record = try JSONDecoder().decode(Job.self, from: Data(text.utf8))
            #expect(record.id == job && record.functionID == id && record.attempts == 1)
            #expect(record.created <= record.started ?? 0 && record.started ?? 0 <= record.finished ?? 0)
            try expectRefusal(try await server.request("DELETE", "/jobs/\(job)"), 409, "job_finished")
            try await server.metrics(until: { $0["tensor_wasm_jobs_active"] == 0 }, "the job stayed outstanding")
        }
    }

    @Test func `a guest's fault is the result of a failed job`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.trapping)
            let job = try await server.submit(id, #"{"export":"divide","args":[1,0]}"#).json(Job.Accepted.self).jobID
            let text = try await server.jobText(job, until: "failed")
            #expect(text.contains(#""kind":"wasmtime""#) && text.contains(#""trap":"#), "\(text)")
        }
    }

    @Test(arguments: [
        (#"{"export":"missing"}"#, 400, "missing_export"), (#"{"export":"add","args":[1]}"#, 400, "invalid_args"),
        (#"{"export":"#, 400, "invalid_json"),
    ])
    func `what could never run is refused at once`(body: String, status: Int, kind: String) async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            try expectRefusal(try await server.submit(id, body), status, kind)
            let unknown = "00000000-0000-4000-8000-000000000000"
            try expectRefusal(try await server.submit(unknown, #"{"export":"add"}"#), 404, "not_found")
            #expect(try await server.metrics()["tensor_wasm_jobs_active"] == 0)
            #expect(try await server.request("GET", "/jobs").json(Job.Page.self).jobs.isEmpty)
        }
    }

    @Test func `a job that runs is cancelled and its guest stopped`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.endless)
            let job = try await server.submit(id, "{}").json(Job.Accepted.self).jobID
            try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the job did not start")
            #expect(try await server.request("DELETE", "/jobs/\(job)").status == 202)
            _ = try await server.jobText(job, until: "cancelled")
            try await server.expectHealthy()
            try expectRefusal(try await server.request("DELETE", "/jobs/\(job)"), 409, "job_finished")
        }
    }

    @Test func `a job that waits is cancelled and never begins`() async throws {
        try await withTestServer(["LIMIT_RUNNING_JOBS": "1"]) { server in
            let id = try await server.deploy(Guest.endless)
            let first = try await server.submit(id, "{}").json(Job.Accepted.self).jobID
            try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the job did not start")
            let second = try await server.submit(id, "{}").json(Job.Accepted.self).jobID
            #expect(try await server.request("DELETE", "/jobs/\(second)").status == 202)
            let record = try await server.request("GET", "/jobs/\(second)").json(Job.self)
            #expect(record.status == "cancelled" && record.attempts == 0)
            #expect(try await server.request("DELETE", "/jobs/\(first)").status == 202)
            try await server.expectHealthy()
        }
    }

    @Test func `a tenant's outstanding jobs are bounded`() async throws {
        let variables = ["LIMIT_JOBS_PER_TENANT": "2", "LIMIT_JOBS": "3"]
        try await withTestServer(variables) { server in
            let id = try await server.deploy(Guest.endless)
            for _ in 0..<2 {
                let status = try await server.submit(id, "{}").status
                #expect(status == 202)
            }
            let refused = try await server.submit(id, "{}")
            try expectRefusal(refused, 429, "tenant_capacity_exhausted")
            #expect(refused["retry-after"] == "1")
            for job in try await server.request("GET", "/jobs?status=pending").json(Job.Page.self).jobs {
                let status = try await server.request("DELETE", "/jobs/\(job.id)").status
                #expect(status == 202)
            }
            try await server.metrics(until: { $0["tensor_wasm_jobs_active"] == 0 }, "jobs stayed outstanding")
            #expect(try await server.submit(id, #"{"export":"add","args":[1,1]}"#).status == 202)
        }
    }

    @Test func `jobs outlive the server, and those that had not ended run again`() async throws {
        try await withTemporaryDirectory { path in
            let directory = path + "/data"
            let (function, finished, running) = try await withTestServer(at: directory) { server in
                let id = try await server.deploy(Guest.endless)
                let body = #"{"export":"add","args":[2,3]}"#
                let finished = try await server.submit(id, body).json(Job.Accepted.self).jobID
                _ = try await server.jobText(finished, until: "completed")
                let running = try await server.submit(id, "{}").json(Job.Accepted.self).jobID
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the job did not start")
                return (id, finished, running)
            }
            try await withTestServer(at: directory) { server in
                let kept = try await server.request("GET", "/jobs/\(finished)")
                #expect(kept.text.contains(#""result":{"function_id":"\#(function)","result":[5]}"#), "\(kept.text)")
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "it did not run again")
                // The end was orderly: the beginning before it does not count.
                #expect(try await server.request("GET", "/jobs/\(running)").json(Job.self).attempts == 1)
                #expect(try await server.request("DELETE", "/jobs/\(running)").status == 202)
            }
        }
    }

    @Test func `the same key gives the same job, and another request under it is refused`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            let body = #"{"export":"add","args":[1,2]}"#
            let first = try await server.submit(id, body, key: "k-1").json(Job.Accepted.self).jobID
            #expect(try await server.submit(id, body, key: "k-1").json(Job.Accepted.self).jobID == first)
            try expectRefusal(
                try await server.submit(id, #"{"export":"add","args":[1,3]}"#, key: "k-1"), 409, "idempotency_conflict")
            #expect(try await server.submit(id, body, key: "k-2").json(Job.Accepted.self).jobID != first)
            #expect(try await server.request("GET", "/jobs").json(Job.Page.self).jobs.count == 2)
            try expectRefusal(try await server.submit(id, body, key: "with space"), 400, "bad_request")
        }
    }

    @Test func `the same key deploys one function`() async throws {
        try await withTestServer { server in
            let headers = ["content-type": "application/wat", "idempotency-key": "deploy-1"]
            let first = try await server.request("POST", "/functions?name=f", headers: headers, body: Guest.add)
            let again = try await server.request("POST", "/functions?name=f", headers: headers, body: Guest.add)
            #expect(first.status == 200 && again.status == 200 && again.text == first.text)
            try expectRefusal(
                try await server.request("POST", "/functions?name=g", headers: headers, body: Guest.add), 409,
                "idempotency_conflict")
            #expect(try await server.request("GET", "/functions").json(FunctionBody.Page.self).functions.count == 1)
        }
    }

    @Test func `jobs are listed by state and function, page by page`() async throws {
        try await withTestServer { server in
            let id = try await server.deploy(Guest.add)
            let other = try await server.deploy(Guest.trapping)
            var expected: [String] = []
            for index in 0..<5 {
                let body = #"{"export":"add","args":[1,\#(index)]}"#
                expected.append(try await server.submit(id, body).json(Job.Accepted.self).jobID)
            }
            let failing = try await server.submit(other, #"{"export":"divide","args":[1,0]}"#)
                .json(Job.Accepted.self).jobID
            for job in expected { _ = try await server.jobText(job, until: "completed") }
            _ = try await server.jobText(failing, until: "failed")
            var listed: [String] = []
            var cursor = ""
            repeat {
                let page = try await server.request("GET", "/jobs?function_id=\(id)&limit=2\(cursor)")
                    .json(Job.Page.self)
                listed += page.jobs.map(\.id)
                cursor = page.nextCursor.map { "&cursor=\($0)" } ?? ""
            } while !cursor.isEmpty
            #expect(listed == expected)
            let failed = try await server.request("GET", "/jobs?status=failed").json(Job.Page.self)
            #expect(failed.jobs.map(\.id) == [failing])
            try expectRefusal(try await server.request("GET", "/jobs?status=running"), 400, "bad_request")
            try expectRefusal(try await server.request("GET", "/jobs?cursor=x"), 400, "bad_request")
        }
    }
}

extension TestServer {
    func submit(_ id: String, _ body: String, key: String? = nil) async throws -> RawResponse {
        var headers = ["content-type": "application/json"]
        headers["idempotency-key"] = key
        return try await request("POST", "/functions/\(id)/invoke-async", headers: headers, body: body)
    }

    /// The record of a job once it has that status.
    func jobText(_ id: String, until status: String) async throws -> String {
        let deadline = ContinuousClock.now + .seconds(20)
        while true {
            let response = try await request("GET", "/jobs/\(id)")
            try #require(response.status == 200, "\(response.text)")
            if response.text.contains(#""status":"\#(status)""#) { return response.text }
            guard ContinuousClock.now < deadline else {
                Issue.record("the job did not become \(status): \(response.text)")
                return response.text
            }
        }
    }
}
