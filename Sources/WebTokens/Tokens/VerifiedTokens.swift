import Tenancy

/// The tokens that were verified lately, in bounded number; the one that came first goes first.
///
/// Only valid tokens come in, so that nobody without one can push others out.
struct VerifiedTokens {
    private struct Entry {
        let principal: Principal
        /// Seconds since 1970.
        let expiry: Double
    }

    private let capacity: Int
    private var entries: [TokenDigest: Entry] = [:]
    private var order: [TokenDigest] = []
    private var oldest = 0

    /// - Parameter capacity: the most tokens, at least 1.
    init(capacity: Int) {
        precondition(capacity > 0, "there is room for one token at least")
        self.capacity = capacity
    }

    /// The number of tokens, expired ones included.
    var count: Int { entries.count }

    /// Who presents the token, if it was verified and has not expired.
    /// - Parameter now: seconds since 1970.
    func principal(_ digest: TokenDigest, now: Int64) -> Principal? {
        guard let entry = entries[digest], Double(now) < entry.expiry else { return nil }
        return entry.principal
    }

    /// Remembers a verified token until `expiry` (seconds since 1970), or until others push it out.
    mutating func insert(_ digest: TokenDigest, _ principal: Principal, expiry: Double) {
        guard entries.updateValue(Entry(principal: principal, expiry: expiry), forKey: digest) == nil else { return }
        guard order.count == capacity else { return order.append(digest) }
        entries[order[oldest]] = nil
        order[oldest] = digest
        oldest = oldest + 1 == capacity ? 0 : oldest + 1
    }
}
