import Synchronization
import Testing

@testable import Tenancy

@Suite struct TenantRegistryTests {
    @Test func `calls are listed with what they hold, of all tenants or of one`() {
        let registry = TenantRegistry<Int>(limits: AdmissionLimits(slots: 1, waiting: 4), weights: [TenantID(2): 7])
        _ = registry.request(1, tenant: TenantID(1), memoryBytes: 10)
        _ = registry.request(2, tenant: TenantID(2), memoryBytes: 20)
        let calls = registry.calls(of: nil).sorted { $0.call < $1.call }
        #expect(calls.map(\.call) == [1, 2] && calls.map(\.isWaiting) == [false, true])
        #expect(calls.map(\.memoryBytes) == [10, 20])
        #expect(registry.calls(of: TenantID(2)).map(\.call) == [2])
        let usage = TenantUsage(weight: 7, instances: 0, memoryBytes: 0, waiting: 1)
        #expect(registry.usage(of: TenantID(2)) == usage)
    }

    @Test func `the number that waits is told whenever it changes`() {
        let told = Mutex<[Int]>([])
        let registry = TenantRegistry<Int>(limits: AdmissionLimits(slots: 1, waiting: 4)) { count in
            told.withLock { $0.append(count) }
        }
        for call in 1...4 { _ = registry.request(call, tenant: TenantID(0), memoryBytes: 0) }
        #expect(registry.withdraw(3, now: 0)?.isEmpty == true)
        #expect(registry.withdraw(1, now: 0) == nil)
        #expect(registry.release(1, now: 0).map(\.call) == [2])
        #expect(told.withLock { $0 } == [1, 2, 3, 2, 1])
    }

    @Test func `threads that ask at the same time never hold more than there is, and give all of it back`() async {
        let limits = AdmissionLimits(slots: 5, waiting: 20, instancesPerTenant: 3, memoryBytesPerTenant: 400)
        let registry = TenantRegistry<Int>(limits: limits)
        let running = Running()
        await withTaskGroup(of: Void.self) { group in
            for thread in 0..<4 {
                group.addTask {
                    for round in 0..<500 {
                        let (call, tenant) = (thread * 1_000 + round, TenantID(UInt64(round % 3)))
                        guard case .admitted = registry.request(call, tenant: tenant, memoryBytes: 100) else {
                            continue
                        }
                        var ending = [call]
                        while let call = ending.popLast() {
                            #expect(running.begin(call) <= limits.slots)
                            running.end(call)
                            ending += registry.release(call, now: 0).filter { !$0.isExpired }.map(\.call)
                        }
                    }
                }
            }
        }
        #expect(registry.calls(of: nil).isEmpty)
        #expect((0..<3).allSatisfy { registry.usage(of: TenantID(UInt64($0))).instances == 0 })
    }

    private final class Running: Sendable {
        private let calls = Mutex<Set<Int>>([])

        /// - Returns: how many run now.
        func begin(_ call: Int) -> Int {
            calls.withLock { calls in
                calls.insert(call)
                return calls.count
            }
        }

        func end(_ call: Int) { calls.withLock { _ = $0.remove(call) } }
    }
}
