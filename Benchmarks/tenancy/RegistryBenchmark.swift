import Tenancy

/// The registry of tenants with some of them busy, asked for one after the other.
struct RegistryBenchmark {
    let name: String
    /// Microseconds of one operation, one for each repetition.
    let samples: () -> [Double]

    /// Operations between two looks at the clock, which would else be most of what is measured.
    private static let batch = 256
    private static let repetitions = 4_000
    private static let callsPerTenant = 3

    static var all: [RegistryBenchmark] {
        [1, 16, 256].map { tenants in
            RegistryBenchmark(name: "tenant_registry/lookup/\(tenants)") {
                let registry = busyRegistry(tenants: tenants)
                return measure { index in
                    let usage = registry.usage(of: TenantID(UInt64(index % tenants)))
                    precondition(usage.instances == callsPerTenant, "a busy tenant was not found")
                }
            }
        } + [consumeAndRelease]
    }

    /// What a call does to the registry when nothing waits.
    private static var consumeAndRelease: RegistryBenchmark {
        RegistryBenchmark(name: "tenant_registry/consume_release/256KiB") {
            let registry = busyRegistry(tenants: 16)
            return measure { index in
                let decision = registry.request(-1, tenant: TenantID(UInt64(index % 16)), memoryBytes: 256 << 10)
                precondition(decision == .admitted, "a tenant within its quotas was not admitted")
                precondition(registry.release(-1, now: 0).isEmpty, "something waited")
            }
        }
    }

    private static func busyRegistry(tenants: Int) -> TenantRegistry<Int> {
        let limits = AdmissionLimits(
            slots: 1_000, waiting: 1_024, instancesPerTenant: 256, memoryBytesPerTenant: 64 << 30)
        let registry = TenantRegistry<Int>(limits: limits)
        for call in 0..<tenants * callsPerTenant {
            _ = registry.request(call, tenant: TenantID(UInt64(call % tenants)), memoryBytes: 256 << 10)
        }
        return registry
    }

    private static func measure(_ operation: (Int) -> Void) -> [Double] {
        (0..<repetitions).map { _ in
            let start = ContinuousClock.now
            for index in 0..<batch { operation(index) }
            let elapsed = start.duration(to: .now).components
            return (Double(elapsed.seconds) * 1e6 + Double(elapsed.attoseconds) / 1e12) / Double(batch)
        }
    }
}
