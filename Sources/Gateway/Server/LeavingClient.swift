import Runtime
import Synchronization

/// Cancels a call when the client of its connection leaves.
final class LeavingClient: Sendable {
    private let gateway: Gateway
    private let presence: ClientPresence
    private let number = Mutex<UInt64?>(nil)

    init(gateway: Gateway, presence: ClientPresence) {
        self.gateway = gateway
        self.presence = presence
    }

    func watch(_ call: Call) {
        let watched = presence.whenGone { [gateway] in gateway.runtime.cancel(call) }
        number.withLock { $0 = watched }
    }

    /// The call has ended.
    func forget() {
        if let number = number.withLock({ $0 }) { presence.forget(number) }
    }
}
