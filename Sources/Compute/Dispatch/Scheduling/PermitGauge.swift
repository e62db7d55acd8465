import Synchronization

/// Tells an observer how many permits are in use, from whichever thread changed them.
///
/// One thread tells at a time and looks again when others came meanwhile, so the last number told is the last one
/// there was, and no lock is held while the observer is called.
final class PermitGauge: Sendable {
    private let permits: Int
    private let used = Atomic<Int>(0)
    private let changes = Atomic<Int>(0)
    private let observer: any ComputeObserver

    init(permits: Int, observer: any ComputeObserver) {
        self.permits = permits
        self.observer = observer
    }

    /// Sets the number. The caller holds the lock that orders these changes.
    func set(_ number: Int) { used.store(number, ordering: .releasing) }

    /// Tells the number, or leaves it to the thread that is telling.
    func tell() {
        guard changes.add(1, ordering: .acquiringAndReleasing).oldValue == 0 else { return }
        var seen = 1
        while true {
            let number = used.load(ordering: .acquiring)
            observer.permitsChanged(used: number, available: permits - number)
            let left = changes.subtract(seen, ordering: .acquiringAndReleasing).newValue
            if left == 0 { return }
            seen = left
        }
    }
}
