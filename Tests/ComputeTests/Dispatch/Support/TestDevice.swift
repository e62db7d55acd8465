import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Compute

/// A device for tests only: launches end when the kernel's behaviour, the test or a stop says so, and it notices when
/// more launches are here than there are permits, or two of one session, or any out of order.
final class TestDevice: Device {
    fileprivate struct State {
        var running: [UInt64: TestLaunch] = [:]
        var mostRunning = 0
        var started: [UInt64] = []
        var lastOfSession: [UInt64: UInt64] = [:]
        var violations: [String] = []
        var depths: [UInt: Int] = [:]
        var greatestDepth = 0
        var loads: [String] = []
    }

    let attributes = DeviceAttributes(
        kind: .cpu, name: "test", computeCapability: 90, multiprocessorCount: 1, maximumThreadsPerBlock: 1_024,
        maximumSharedBytes: 1_024, warpSize: 32)
    /// Bytes of buffers that somebody still holds.
    let bufferBytes = Atomic<Int>(0)
    /// Fires for each buffer that is made, and for each that nobody holds any more.
    let (buffersMade, buffersGone) = (Signal(), Signal())
    let obeysStops: Bool
    /// Fires for each launch that is held or gated.
    let arrivals = Signal()
    /// Fires for each load that has begun.
    let loadBegan = Signal()
    /// What each load waits for, when there is something.
    let loadGate: Signal?
    private let permits: Int
    private let bufferFailure: ComputeError?
    private let state = Mutex(State())

    init(permits: Int = .max, obeysStops: Bool = true, loadGate: Signal? = nil, bufferFailure: ComputeError? = nil) {
        self.permits = permits
        self.obeysStops = obeysStops
        self.loadGate = loadGate
        self.bufferFailure = bufferFailure
    }

    /// Names of the launches in the order in which they came.
    var started: [UInt64] { state.withLock { $0.started } }
    var violations: [String] { state.withLock { $0.violations } }
    var runningCount: Int { state.withLock { $0.running.count } }
    var mostRunning: Int { state.withLock { $0.mostRunning } }
    /// How many calls of `start` stood inside each other.
    var greatestDepth: Int { state.withLock { $0.greatestDepth } }
    /// Texts loaded, in order.
    var loads: [String] { state.withLock { $0.loads } }

    /// The launch of that name, which runs.
    func running(_ name: UInt64) -> TestLaunch? { state.withLock { $0.running[name] } }

    /// A text that begins with "bad" has a fault; one that is "variables" and a number declares so many bytes of them.
    func load(ptx: [UInt8], entry: String) throws(ComputeError) -> any Kernel {
        let text = String(decoding: ptx, as: UTF8.self)
        state.withLock { $0.loads.append(text) }
        loadBegan.fire()
        loadGate?.wait()
        guard !text.hasPrefix("bad") else { throw ComputeError(.malformedPTX, "line 1, column 1: \(text)") }
        let bytes = text.hasPrefix("variables ") ? Int(text.dropFirst(10)) ?? 0 : 0
        return TestKernel(.held, entry: entry, footprint: ptx.count, variableBytes: bytes)
    }

    func makeBuffer(byteCount: Int) throws(ComputeError) -> any DeviceBuffer {
        if let bufferFailure { throw bufferFailure }
        return TestBuffer(byteCount, on: self)
    }

    func start(
        _ launch: Launch, completion: @escaping @Sendable (LaunchOutcome) -> Void
    ) -> any StartedLaunch {
        let started = TestLaunch(launch, on: self, completion: completion)
        enter()
        defer { leave() }
        state.withLock { $0.arrive(started, permits: permits) }
        switch (launch.kernel as? TestKernel)?.behaviour {
        case .held: arrivals.fire()
        case .gated(let gate):
            arrivals.fire()
            gate.wait()
        case .threaded: DispatchQueue.global().async { started.end() }
        case .failing(let text): started.end(ComputeError(.launchFailed, text))
        case .printing(let text):
            started.print(text)
            started.end()
        case .immediate, nil: started.end()
        }
        return started
    }

    func shutDown() {
        let left = state.withLock { Array($0.running.values) }
        for launch in left { launch.end(ComputeError(.launchFailed, "shut down")) }
    }

    func ended(_ launch: TestLaunch) { state.withLock { $0.running[launch.name] = nil } }

    private func enter() {
        let thread = UInt(pthread_self())
        state.withLock { state in
            state.depths[thread, default: 0] += 1
            state.greatestDepth = max(state.greatestDepth, state.depths[thread] ?? 0)
        }
    }

    private func leave() {
        let thread = UInt(pthread_self())
        state.withLock { $0.depths[thread, default: 0] -= 1 }
    }
}

extension TestDevice.State {
    fileprivate mutating func arrive(_ launch: TestLaunch, permits: Int) {
        let (session, number) = (launch.name >> 32, launch.name & 0xFFFF_FFFF)
        if running.keys.contains(where: { $0 >> 32 == session }) { violations.append("two of session \(session)") }
        if let last = lastOfSession[session], number <= last { violations.append("\(number) came after \(last)") }
        lastOfSession[session] = number
        started.append(launch.name)
        running[launch.name] = launch
        mostRunning = max(mostRunning, running.count)
        if running.count > permits { violations.append("\(running.count) launches with \(permits) permits") }
    }
}
