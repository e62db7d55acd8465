/// Who holds how many places of a waiting room, and who has to yield when it is full.
struct WaitingRoom: Sendable {
    /// What becomes of a newcomer to a room that is full.
    enum Verdict: Sendable, Equatable {
        /// It takes the place of the newest call of that tenant.
        case pushesOut(TenantID)
        case refused(AdmissionRefusal)
    }

    /// Places for a weight; the most comes first.
    struct Claim: Comparable, Sendable {
        let places: Int
        let weight: Int

        static func < (left: Claim, right: Claim) -> Bool {
            // No overflow: places are bounded by memory, weights by a thousand.
            left.places * right.weight > right.places * left.weight
        }
    }

    private var claims = IndexedHeap<TenantID, Claim>()
    private var counts: [TenantID: Claim] = [:]
    private var totalWeight = 0

    mutating func set(_ places: Int, _ tenant: TenantID, weight: Int) {
        let known = counts[tenant]
        guard known?.places ?? 0 != places else { return }
        totalWeight -= known?.weight ?? 0
        guard places > 0 else {
            counts[tenant] = nil
            claims.remove(tenant)
            return
        }
        let claim = Claim(places: places, weight: weight)
        totalWeight += weight
        counts[tenant] = claim
        claims.set(tenant, claim)
    }

    /// - Parameter places: of the whole room.
    func verdict(on tenant: TenantID, weight: Int, places: Int) -> Verdict {
        let held = counts[tenant]?.places ?? 0
        // Compared as it would be afterwards: two tenants that differ by one place would else push each other out in
        // turns, and no call of theirs would stay.
        if let greediest = claims.min, greediest.priority < Claim(places: held + 1, weight: weight) {
            return .pushesOut(greediest.key)
        }
        let competing = held > 0 ? totalWeight : totalWeight + weight
        return .refused(held * competing > places * weight ? .tenantWaiting : .waitingRoomFull)
    }
}
