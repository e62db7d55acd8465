import Compute
import Dispatch
import Synchronization

/// A device whose kernels do what their text says, and end when the test lets them.
///
/// The text is `<behaviour> <parameters>`: `stamp` appends the launch's first scalar to ``stamps``, `fail` fails,
/// `print` prints. A launch works at the gate, in its own thread; closed gates hold it, also after it was told to stop.
final class GatedDevice: Device {
    private struct State {
        var isOpen: Bool
        var waiting: [@Sendable () -> Void] = []
        var stamps: [UInt64] = []
        var stops: [LaunchStopReason] = []
        var started = 0
        var whenStarted: [DispatchSemaphore] = []
    }

    private let state: Mutex<State>

    init(isOpen: Bool = true) { state = Mutex(State(isOpen: isOpen)) }

    let attributes = DeviceAttributes(
        kind: .cpu, name: "gated", computeCapability: 90, multiprocessorCount: 3, maximumThreadsPerBlock: 1_024,
        maximumSharedBytes: 232_448, warpSize: 32)

    var stamps: [UInt64] { state.withLock(\.stamps) }
    var stops: [LaunchStopReason] { state.withLock(\.stops) }
    var started: Int { state.withLock(\.started) }

    /// Lets everything through, now and later.
    func open() {
        let waiting = state.withLock { state in
            state.isOpen = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for work in waiting { work() }
    }

    func load(ptx: [UInt8], entry: String) throws(ComputeError) -> any Kernel {
        let words = String(decoding: ptx, as: UTF8.self).split(separator: " ").map(String.init)
        guard let behaviour = words.first.flatMap(GatedKernel.Behaviour.init) else {
            throw ComputeError(.malformedPTX, "1:1: this is not PTX")
        }
        guard entry == "k" else { throw ComputeError(.invalidKernel, "the text has no entry \(entry)") }
        let parameters = words.dropFirst().map { type in
            KernelParameter(name: "p", byteCount: type.hasSuffix("64") ? 8 : 4, type: type)
        }
        return GatedKernel(behaviour: behaviour, parameters: Array(parameters))
    }

    func makeBuffer(byteCount: Int) throws(ComputeError) -> any DeviceBuffer { ArrayBuffer(byteCount: byteCount) }

    func start(_ launch: Launch, completion: @escaping @Sendable (LaunchOutcome) -> Void) -> any StartedLaunch {
        let work: @Sendable () -> Void = { [self] in
            completion(LaunchOutcome(failure: perform(launch), executionNanoseconds: 1_000))
        }
        let isOpen = state.withLock { state in
            state.started += 1
            if !state.isOpen { state.waiting.append { DispatchQueue.global().async(execute: work) } }
            return state.isOpen
        }
        if isOpen { DispatchQueue.global().async(execute: work) }
        return GatedLaunch(device: self)
    }

    func shutDown() {}

    fileprivate func noteStop(_ reason: LaunchStopReason) { state.withLock { $0.stops.append(reason) } }

    private func perform(_ launch: Launch) -> ComputeError? {
        guard let kernel = launch.kernel as? GatedKernel else { return ComputeError(.internal, "another's kernel") }
        switch kernel.behaviour {
        case .stamp:
            if case .scalar(let value, _)? = launch.arguments.first { state.withLock { $0.stamps.append(value) } }
            return nil
        case .mark:
            guard case .window(let offset, _)? = launch.arguments.first, let memory = launch.memory else { return nil }
            memory.base.storeBytes(of: 77, toByteOffset: Int(offset), as: UInt8.self)
            return nil
        case .fail: return ComputeError(.launchFailed, "line 7: the kernel failed as it was asked to")
        case .print:
            launch.output?(Array("kernel says hello\n".utf8))
            return nil
        }
    }
}

final class GatedKernel: Kernel {
    enum Behaviour: String { case stamp, mark, fail, print }

    let behaviour: Behaviour
    let parameters: [KernelParameter]
    let entry = "k"
    let staticSharedBytes = 0
    let requiredBlock: Dimensions? = nil
    let maximumThreads: Int? = 256
    let variableBytes = 0
    let footprint = 100

    init(behaviour: Behaviour, parameters: [KernelParameter]) {
        self.behaviour = behaviour
        self.parameters = parameters
    }

    func forInstance() -> any Kernel { self }
}

private final class GatedLaunch: StartedLaunch {
    private let device: GatedDevice
    init(device: GatedDevice) { self.device = device }
    func stop(_ reason: LaunchStopReason) { device.noteStop(reason) }
}

final class ArrayBuffer: DeviceBuffer {
    let byteCount: Int
    private let bytes: Mutex<[UInt8]>

    init(byteCount: Int) {
        self.byteCount = byteCount
        bytes = Mutex([UInt8](repeating: 0, count: byteCount))
    }

    func write(_ source: UnsafeRawBufferPointer, at offset: Int) throws(ComputeError) {
        bytes.withLock { $0.replaceSubrange(offset..<offset + source.count, with: source) }
    }

    func read(into destination: UnsafeMutableRawBufferPointer, at offset: Int) throws(ComputeError) {
        bytes.withLock { destination.copyBytes(from: $0[offset..<offset + destination.count]) }
    }
}
