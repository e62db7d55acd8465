import Testing

@testable import Storage

@Suite struct ConcurrencyTests {
    @Test func `Concurrent creations of one module all succeed and share its file`() async throws {
        try await withStorage { storage, directory in
            let ids = try await withThrowingTaskGroup(of: FunctionID.self) { group in
                for number in 0..<32 {
                    group.addTask { try await storage.deploy("\(number)").id }
                }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(ids.count == 32)
            #expect(storedFiles(directory).count == 1)
            #expect(try await storage.functionCount(tenant: tenant) == 32)
        }
    }

    @Test func `A module stays whatever way creations and deletions of it interleave`() async throws {
        try await withStorage { storage, directory in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<8 {
                    group.addTask {
                        for _ in 0..<6 {
                            let created = try await storage.deploy()
                            // As long as this function exists its module does.
                            #expect(try await storage.moduleBytes(created.digest) == sampleModule())
                            #expect(try await storage.delete(created.id, tenant: tenant))
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await storage.functionCount() == 0)
            #expect(storedFiles(directory).isEmpty)
        }
    }

    @Test func `A creation whose task is cancelled is still completed`() async throws {
        try await withStorage { storage, directory in
            let task = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                return try await storage.deploy()
            }
            let created = try await task.value
            #expect(try await storage.function(created.id) == created)
            #expect(storedFiles(directory).count == 1)
        }
    }

    @Test func `Closing waits for the operations in progress`() async throws {
        try await withTemporaryDirectory { path in
            let storage = try Storage(directory: path)
            let acknowledged = try await withThrowingTaskGroup(of: FunctionRecord?.self) { group in
                for _ in 0..<16 {
                    group.addTask {
                        do {
                            return try await storage.deploy()
                        } catch let error as StorageError where error.code == .closed {
                            return nil
                        }
                    }
                }
                group.addTask {
                    try await storage.close()
                    return nil
                }
                return try await group.reduce(into: 0) { count, record in count += record == nil ? 0 : 1 }
            }
            let reopened = try Storage(directory: path)
            #expect(reopened.cleanup == CleanupReport())
            #expect(try await reopened.functionCount() == acknowledged)
            try await reopened.close()
        }
    }

    @Test func `The gate bounds what is in progress and admits again after one has left`() async throws {
        let gate = OperationGate(limit: 2)
        try gate.enter()
        try gate.enter()
        #expect(throws: StorageError(.overloaded)) { try gate.enter() }
        gate.leave()
        try gate.enter()
        async let closing: Void = gate.close()
        gate.leave()
        gate.leave()
        await closing
        #expect(throws: StorageError(.closed)) { try gate.enter() }
        await gate.close()
    }
}
