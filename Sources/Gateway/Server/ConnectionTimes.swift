import NIOCore

/// Decides when a connection has taken too long. A plain value: times come from outside.
struct ConnectionTimes {
    enum Phase: Equatable {
        /// No request is on its way.
        case idle
        /// A request has begun and has not been read to its end.
        case reading
        /// A request has been read and its answer is not complete; the time of calls is limited elsewhere.
        case answering
    }

    enum Verdict: Equatable {
        case lookAgain(at: NIODeadline)
        /// The client is too slow to send its request.
        case readTimeout
        /// Nothing has happened for too long.
        case idleTimeout
    }

    let readLimit: TimeAmount
    let idleLimit: TimeAmount
    private(set) var phase = Phase.idle
    private var since: NIODeadline

    init(readLimit: TimeAmount, idleLimit: TimeAmount, now: NIODeadline) {
        self.readLimit = readLimit
        self.idleLimit = idleLimit
        since = now
    }

    /// Enters a phase. Staying in one does not restart its time.
    mutating func enter(_ next: Phase, now: NIODeadline) {
        guard next != phase else { return }
        phase = next
        since = now
    }

    /// Another phase, with the shorter of the limits, may begin at any moment: so long nothing can be too late.
    var shortestLimit: TimeAmount { min(readLimit, idleLimit) }

    /// To be asked at the time of the last ``Verdict/lookAgain(at:)``, the first time one ``shortestLimit`` after the
    /// start.
    func judge(now: NIODeadline) -> Verdict {
        let horizon = now + shortestLimit
        switch phase {
        case .answering: return .lookAgain(at: horizon)
        case .reading: return now >= since + readLimit ? .readTimeout : .lookAgain(at: min(since + readLimit, horizon))
        case .idle: return now >= since + idleLimit ? .idleTimeout : .lookAgain(at: min(since + idleLimit, horizon))
        }
    }
}
