import Storage
import Synchronization
import Tenancy
import WasmEngine

/// A guest and what happens when it has ended.
///
/// A job may stand in the run queue and among those past their deadline; whoever takes it claims it first, so that it is polled by one
/// thread at a time and never again after its end. A claim that comes while another thread polls is not lost: that
/// thread learns of it when it gives the job back.
final class GuestJob: Sendable {
    private enum State: UInt8, AtomicRepresentable {
        case free
        case claimed
        /// Claimed, and asked for again meanwhile.
        case wanted
    }

    let invocation: Invocation
    /// The function that it runs, if it is one of somebody's.
    let function: FunctionID?
    /// Whose guest it is.
    let tenant: TenantID
    /// Its tenant's share.
    let weight: Int
    let completion: @Sendable () -> Void
    /// Whether something will happen at the deadline.
    let isWatched = Atomic<Bool>(false)
    private let state = Atomic<State>(.free)

    /// - Parameter completion: called once, when the invocation has its outcome.
    init(
        invocation: Invocation, function: FunctionID? = nil, tenant: TenantID = TenantID(0), weight: Int = 1,
        completion: @escaping @Sendable () -> Void
    ) {
        self.invocation = invocation
        self.function = function
        self.tenant = tenant
        self.weight = weight
        self.completion = completion
    }

    /// Takes the job for one poll.
    /// - Returns: `false` when another thread has it, or it has ended.
    func claim() -> Bool {
        while true {
            let free = state.compareExchange(expected: .free, desired: .claimed, ordering: .acquiringAndReleasing)
            if free.exchanged { return true }
            let held = state.compareExchange(expected: .claimed, desired: .wanted, ordering: .acquiringAndReleasing)
            if held.exchanged || held.original == .wanted { return false }
        }
    }

    /// Gives the job back after a poll that did not end it.
    /// - Returns: whether somebody wanted it meanwhile; it must then stand in the queue again.
    func giveBack() -> Bool { state.exchange(.free, ordering: .acquiringAndReleasing) == .wanted }
}

/// A job is itself and no other.
extension GuestJob: Hashable {
    static func == (left: GuestJob, right: GuestJob) -> Bool { left === right }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
