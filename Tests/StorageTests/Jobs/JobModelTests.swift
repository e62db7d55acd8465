import Tenancy
import TestSupport
import Testing

@testable import Storage

@Suite struct JobModelTests {
    /// What the storage must hold after the operations so far.
    private struct Model {
        var records: [JobRecord] = []
        var states: [JobID: JobState] = [:]
        var requests: [JobID: [UInt8]] = [:]
        var order: [JobID] { records.map(\.id) }

        /// Changes a job's state and its record; false when there is no such job or the state does not allow it.
        mutating func change(
            _ id: JobID, _ transition: (inout JobState) -> Bool, _ also: (inout JobRecord) -> Void = { _ in }
        ) -> Bool {
            guard var state = states[id], let index = records.firstIndex(where: { $0.id == id }),
                transition(&state)
            else { return false }
            states[id] = state
            records[index].status = state.status
            records[index].attempts = state.attempts
            also(&records[index])
            return true
        }
    }

    @Test(arguments: 0..<12 as Range<UInt64>)
    func `Random operations have the effects of the state machine, across openings too`(seed: UInt64) async throws {
        try await withTemporaryDirectory { path in
            var generator = SeededGenerator(seed: seed)
            var storage = try Storage(directory: path)
            var model = Model()
            for now in 0..<250 as Range<Int64> {
                // Now and then a job that never was.
                let id = model.order.suffix(12).randomElement(using: &generator) ?? .random()
                switch Int.random(in: 0..<12, using: &generator) {
                case 0...3: try await create(storage, &model, now, &generator)
                case 4, 5: try await start(storage, &model, id, now)
                case 6, 7: try await finish(storage, &model, id, now, &generator)
                case 8: try await cancel(storage, &model, id, now)
                case 9:
                    let isHandedBack = model.change(id) {
                        $0.handBack()
                    } _: {
                        $0.startedUnixMilliseconds = nil
                    }
                    #expect(try await storage.handBackJobs([id]) == (isHandedBack ? 1 : 0))
                case 10: try await expire(storage, &model, now)
                default:
                    guard Int.random(in: 0..<4, using: &generator) == 0 else { continue }
                    try await storage.close()
                    storage = try Storage(directory: path)
                    var count = 0
                    for id in model.order {
                        let isInterrupted = model.change(id) {
                            $0.interrupt()
                        } _: {
                            $0.startedUnixMilliseconds = nil
                        }
                        count += isInterrupted ? 1 : 0
                    }
                    #expect(storage.cleanup.interruptedJobs == count)
                }
            }
            try await compare(storage, model)
            try await storage.close()
        }
    }

    private func create(
        _ storage: Storage, _ model: inout Model, _ now: Int64, _ generator: inout SeededGenerator
    ) async throws {
        let request = [UInt8](repeating: 1, count: Int.random(in: 0..<9_000, using: &generator))
        let owner = Bool.random(using: &generator) ? tenant : otherTenant
        let job = NewJob(function: sampleFunction, tenant: owner, request: request)
        guard case .created(let record) = try await storage.createJob(job, now: now) else {
            Issue.record("not created")
            return
        }
        model.records.append(record)
        model.states[record.id] = JobState()
        model.requests[record.id] = request
    }

    private func start(_ storage: Storage, _ model: inout Model, _ id: JobID, _ now: Int64) async throws {
        let isStarted = model.change(id) {
            $0.start()
        } _: {
            $0.startedUnixMilliseconds = now
        }
        let started = try await storage.startJob(id, now: now)
        #expect((started != nil) == isStarted)
        #expect(started?.attempts == (isStarted ? model.states[id]?.attempts : nil))
        #expect(started?.request == (isStarted ? model.requests[id] : nil))
    }

    private func finish(
        _ storage: Storage, _ model: inout Model, _ id: JobID, _ now: Int64, _ generator: inout SeededGenerator
    ) async throws {
        let status = [JobStatus.completed, .failed, .cancelled][Int.random(in: 0...2, using: &generator)]
        let result = [UInt8](repeating: 2, count: Int.random(in: 0..<9_000, using: &generator))
        let isFinished = model.change(id) {
            $0.finish(as: status)
        } _: {
            $0.finishedUnixMilliseconds = now
            $0.result = result
        }
        #expect(try await storage.finishJob(id, as: status, result: result, now: now) == isFinished)
    }

    private func cancel(_ storage: Storage, _ model: inout Model, _ id: JobID, _ now: Int64) async throws {
        let owner = model.records.first { $0.id == id }?.tenant
        var expected = JobCancellation.notFound
        _ = model.change(id) { state in
            expected = state.cancel()
            return expected == .cancelled || expected == .running
        } _: {
            $0.finishedUnixMilliseconds = now
        }
        #expect(try await storage.cancelJob(id, tenant: owner ?? tenant, now: now) == expected)
    }

    private func expire(_ storage: Storage, _ model: inout Model, _ now: Int64) async throws {
        let expired = model.records.filter { $0.finishedUnixMilliseconds.map { $0 < now - 100 } ?? false }
        #expect(try await storage.removeExpiredJobs(finishedBefore: now - 100) == expired.count)
        model.records.removeAll { expired.contains($0) }
        for record in expired { model.states[record.id] = nil }
    }

    private func compare(_ storage: Storage, _ model: Model) async throws {
        for owner in [tenant, otherTenant] {
            let listed = try await storage.jobs(tenant: owner, limit: 1_000).jobs
            #expect(listed == model.records.filter { $0.tenant == owner })
        }
        let unfinished = try await storage.unfinishedJobs().map(\.id)
        #expect(unfinished == model.records.filter { $0.status == .pending }.map(\.id))
        #expect(try await storage.integrityCheck().problems == [])
    }
}
