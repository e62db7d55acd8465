/// Why a call may neither run nor wait.
public enum AdmissionRefusal: String, Sendable, CaseIterable {
    /// As many of the tenant's calls run as may.
    case tenantInstances = "tenant_instances"
    /// The tenant's calls would reserve more memory than they may.
    case tenantMemory = "tenant_memory"
    /// The waiting room is full, and the tenant holds more than its share of it.
    case tenantWaiting = "tenant_waiting"
    /// The waiting room is full, and not by this tenant's doing.
    case waitingRoomFull = "waiting_room_full"

    /// Whether it is for the tenant to do less, rather than for the node to have more.
    public var isTenants: Bool { self != .waitingRoomFull }
}
