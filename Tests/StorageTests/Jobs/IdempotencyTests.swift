import Tenancy
import Testing

@testable import Storage

@Suite struct IdempotencyTests {
    private static let day = StorageLimits.idempotencyMilliseconds

    private func newJob(_ owner: TenantID = tenant) -> NewJob {
        NewJob(function: sampleFunction, tenant: owner, request: [])
    }

    @Test func `The same request gets the first answer and another one a conflict`() async throws {
        try await withStorage { storage, _ in
            let first = try await storage.createJob(newJob(), idempotency: jobClaim("k", request: "a"))
            guard case .created(let record) = first else {
                Issue.record("\(first)")
                return
            }
            let answer = Array(record.id.description.utf8)
            let second = try await storage.createJob(newJob(), idempotency: jobClaim("k", request: "a"))
            #expect(second == .repeated(answer: answer))
            #expect(try await storage.createJob(newJob(), idempotency: jobClaim("k", request: "b")) == .conflict)
            #expect(try await storage.jobs(tenant: tenant).jobs == [record])
            #expect(try await lookup(storage, "a") == .repeated(answer: answer))
            #expect(try await lookup(storage, "b") == .conflict)
            #expect(try await lookup(storage, "a", key: "l") == .none)
        }
    }

    @Test func `A key stands for something else in another action or tenant`() async throws {
        try await withStorage { storage, _ in
            _ = try await storage.createJob(newJob(), idempotency: jobClaim("k"))
            for (owner, claim) in [(otherTenant, jobClaim("k")), (tenant, jobClaim("k", action: "other"))] {
                guard case .created = try await storage.createJob(newJob(owner), idempotency: claim) else {
                    Issue.record("not created")
                    continue
                }
            }
        }
    }

    @Test func `A key is free again after a day, to the millisecond`() async throws {
        try await withStorage { storage, _ in
            let first = try await storage.createJob(newJob(), idempotency: jobClaim("k"), now: 1_000)
            let last = try await storage.createJob(newJob(), idempotency: jobClaim("k"), now: 999 + Self.day)
            let next = try await storage.createJob(
                newJob(), idempotency: jobClaim("k", request: "b"), now: 1_000 + Self.day)
            guard case .created = first, case .repeated = last, case .created = next else {
                Issue.record("\(first) \(last) \(next)")
                return
            }
            // The new first request counts from then on.
            #expect(
                try await storage.createJob(newJob(), idempotency: jobClaim("k"), now: 1_001 + Self.day) == .conflict)
            #expect(try await storage.removeExpiredIdempotencyKeys(before: 1_000 + Self.day) == 0)
            #expect(try await storage.removeExpiredIdempotencyKeys(before: 1_001 + Self.day) == 1)
        }
    }

    @Test func `All expired keys are removed and no others`() async throws {
        try await withStorage { storage, _ in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for number in 0..<1_300 {
                    group.addTask {
                        let claim = jobClaim("\(number)")
                        _ = try await storage.createJob(newJob(), idempotency: claim, now: Int64(number))
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await storage.removeExpiredIdempotencyKeys(before: 1_200) == 1_200)
            #expect(try await storage.removeExpiredIdempotencyKeys(before: 1_200) == 0)
            #expect(try await storage.removeExpiredIdempotencyKeys(before: .max) == 100)
        }
    }

    @Test func `Of many equal requests at once one creates a job and all get its answer`() async throws {
        try await withStorage { storage, _ in
            let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<64 {
                    group.addTask {
                        switch try await storage.createJob(newJob(), idempotency: jobClaim("k")) {
                        case .created(let record): Array(record.id.description.utf8)
                        case .repeated(let answer): answer
                        case .conflict: []
                        }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            let jobs = try await storage.jobs(tenant: tenant).jobs
            #expect(jobs.count == 1)
            #expect(answers == Set(jobs.map { Array($0.id.description.utf8) }))
        }
    }

    @Test func `Of many equal deployments at once one deploys, and a conflict leaves no file`() async throws {
        try await withStorage { storage, directory in
            let answers = try await withThrowingTaskGroup(of: [UInt8].self) { group in
                for _ in 0..<24 {
                    group.addTask {
                        switch try await deploy(storage, module: sampleModule(1), functionClaim("k", request: "1")) {
                        case .created(let record): Array(record.id.description.utf8)
                        case .repeated(let answer): answer
                        case .conflict: []
                        }
                    }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            let functions = try await storage.functions(tenant: tenant).functions
            #expect(functions.count == 1)
            #expect(answers == Set(functions.map { Array($0.id.description.utf8) }))
            let other = try await deploy(storage, module: sampleModule(2), functionClaim("k", request: "2"))
            #expect(other == .conflict)
            #expect(storedFiles(directory).count == 1)
        }
    }

    @Test func `A removed function keeps its key`() async throws {
        try await withStorage { storage, directory in
            guard case .created(let record) = try await deploy(storage, module: [1], functionClaim("k")) else {
                Issue.record("not created")
                return
            }
            #expect(try await storage.delete(record.id, tenant: tenant))
            let again = try await deploy(storage, module: [1], functionClaim("k"))
            #expect(again == .repeated(answer: Array(record.id.description.utf8)))
            #expect(try await storage.functionCount() == 0)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test func `A request that fails leaves its key free`() async throws {
        try await withStorage { storage, _ in
            try await storage.pool.storageWrite { database in
                try database.execute(
                    sql: """
                        CREATE TRIGGER one BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'refused'); END;
                        CREATE TRIGGER two BEFORE INSERT ON functions BEGIN SELECT RAISE(ABORT, 'refused'); END;
                        """)
            }
            let job = await failureCode { _ = try await storage.createJob(newJob(), idempotency: jobClaim("k")) }
            let function = await failureCode { _ = try await deploy(storage, module: [1], functionClaim("k")) }
            #expect(job == .unavailable)
            #expect(function == .unavailable)
            try await storage.pool.storageWrite { try $0.execute(sql: "DROP TRIGGER one; DROP TRIGGER two") }
            guard case .created = try await storage.createJob(newJob(), idempotency: jobClaim("k")),
                case .created = try await deploy(storage, module: [1], functionClaim("k"))
            else {
                Issue.record("not created")
                return
            }
        }
    }

    @Test(arguments: ["", String(repeating: "k", count: 256), "a b", "a\n", "é", "\u{7F}", "a\u{0}"])
    func `A key that is not visible ASCII of a bounded length is refused`(key: String) async throws {
        try await withStorage { storage, directory in
            let job = await failureCode { _ = try await storage.createJob(newJob(), idempotency: jobClaim(key)) }
            let function = await failureCode { _ = try await deploy(storage, module: [1], functionClaim(key)) }
            let question = await failureCode { _ = try await lookup(storage, "", key: key) }
            #expect([job, function, question] == [.invalidKey, .invalidKey, .invalidKey])
            let jobs = try await storage.jobs(tenant: tenant).jobs
            #expect(jobs.isEmpty)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test(arguments: ["!", "~", String(repeating: "k", count: 255)])
    func `A key at its limits is kept`(key: String) async throws {
        try await withStorage { storage, _ in
            _ = try await storage.createJob(newJob(), idempotency: jobClaim(key))
            #expect(try await storage.createJob(newJob(), idempotency: jobClaim(key, request: "b")) == .conflict)
        }
    }

    @Test func `An answer too large to keep is refused before anything is stored`() async throws {
        try await withStorage { storage, _ in
            let claim = IdempotencyClaim<JobRecord>(
                action: "invoke", key: "k", requestDigest: Digest(of: []),
                answer: { _ in [UInt8](repeating: 0, count: StorageLimits.idempotencyAnswerBytes + 1) })
            let code = await failureCode { _ = try await storage.createJob(newJob(), idempotency: claim) }
            #expect(code == .answerTooLarge)
            let jobs = try await storage.jobs(tenant: tenant).jobs
            #expect(jobs.isEmpty)
        }
    }

    private func lookup(_ storage: Storage, _ request: String, key: String = "k") async throws -> IdempotencyLookup {
        try await storage.idempotentAnswer(
            tenant: tenant, action: "invoke", key: key, requestDigest: Digest(of: Array(request.utf8)))
    }

    private func deploy(
        _ storage: Storage, module: [UInt8], _ claim: IdempotencyClaim<FunctionRecord>
    ) async throws -> Creation<FunctionRecord> {
        try await storage.create(
            name: "n", tenant: tenant, module: module, digest: Digest(of: module), exports: [], idempotency: claim)
    }
}
