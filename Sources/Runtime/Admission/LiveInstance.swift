import Storage
import Telemetry
import Tenancy

/// A call that has an instance or waits for one, as it is shown to operators.
public struct LiveInstance: Sendable, Equatable {
    /// What a call does at a moment.
    public enum State: String, Sendable, CaseIterable {
        /// It waits for an instance.
        case waiting
        /// It has one.
        case running
    }

    /// Its number, unique while the process lives.
    public let id: UInt64
    /// Whose call it is.
    public let tenant: TenantID
    /// The function that it runs.
    public let function: FunctionID
    /// The export that was named; empty for the default one.
    public let export: String
    /// What it does.
    public let state: State
    /// When the call arrived, in milliseconds since 1970.
    public let startedUnixMilliseconds: Int64
    /// The linear memory that it reserves, in bytes.
    public let memoryBytes: Int
}

extension Runtime {
    /// The calls that run or wait now, in the order of their numbers.
    /// - Parameter tenant: whose; `nil` for everybody's.
    public func liveInstances(tenant: TenantID?) -> [LiveInstance] {
        let (now, time) = (MonotonicClock.now(), WallClock.unixMilliseconds())
        return admission.calls(of: tenant).map { entry in
            let request = entry.call.request
            let age = now > request.arrival ? (now - request.arrival) / 1_000_000 : 0
            return LiveInstance(
                id: entry.call.id, tenant: entry.tenant, function: request.function, export: request.export ?? "",
                state: entry.isWaiting ? .waiting : .running, startedUnixMilliseconds: time - Int64(clamping: age),
                memoryBytes: entry.memoryBytes)
        }
        .sorted { $0.id < $1.id }
    }

    /// Ends a call that runs or waits, as cancelled.
    /// - Parameter tenant: whose it has to be; `nil` for anybody's.
    /// - Returns: whether there is such a call.
    public func terminate(instance id: UInt64, tenant: TenantID?) -> Bool {
        guard let entry = admission.calls(of: tenant).first(where: { $0.call.id == id }) else { return false }
        cancel(entry.call)
        return true
    }
}
