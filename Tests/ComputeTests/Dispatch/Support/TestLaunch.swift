import Synchronization

@testable import Compute

/// A launch at ``TestDevice``.
final class TestLaunch: StartedLaunch {
    /// The first argument: session and number, see ``TestSession``.
    let name: UInt64
    let stops = Mutex<[LaunchStopReason]>([])
    private let device: TestDevice
    private let launch: Launch
    private let completion: @Sendable (LaunchOutcome) -> Void
    private let hasEnded = Atomic<Bool>(false)

    init(_ launch: Launch, on device: TestDevice, completion: @escaping @Sendable (LaunchOutcome) -> Void) {
        self.launch = launch
        self.device = device
        self.completion = completion
        if case .scalar(let value, _) = launch.arguments.first { name = value } else { name = .max }
    }

    /// Stops it; at a device that obeys it ends at once.
    func stop(_ reason: LaunchStopReason) {
        stops.withLock { $0.append(reason) }
        if device.obeysStops { end(ComputeError(.launchFailed, "stopped: \(reason)")) }
    }

    /// Ends it, once.
    func end(_ failure: ComputeError? = nil, after nanoseconds: UInt64 = 0) {
        guard !hasEnded.exchange(true, ordering: .acquiringAndReleasing) else { return }
        device.ended(self)
        completion(LaunchOutcome(failure: failure, executionNanoseconds: nanoseconds))
    }

    func print(_ text: String) { launch.output?(Array(text.utf8)) }
}
