import Synchronization

/// What an instance has at the device. Its launches hold it, so it outlives its ``ComputeSession`` while they run.
final class SessionState: Sendable {
    struct Contents {
        var kernels: InstanceKernels
        var buffers: InstanceBuffers
        /// The first failure of a launch that nobody has asked for yet.
        var failure: ComputeError?
        var loads: [LoadID: PendingLoad] = [:]
        var lastLoad: UInt64 = 0
    }

    /// Names its stream of launches.
    let id: UInt64
    let tenant: UInt64
    let memory: DeviceMemory
    let output: (@Sendable ([UInt8]) -> Void)?
    let contents: Mutex<Contents>
    let printed: Mutex<PrintedText>
    private let launched = Atomic<Bool>(false)
    private let executed = Atomic<UInt64>(0)

    init(
        id: UInt64, tenant: UInt64, limits: ComputeLimits, memory: DeviceMemory,
        output: (@Sendable ([UInt8]) -> Void)?
    ) {
        self.id = id
        self.tenant = tenant
        self.memory = memory
        self.output = output
        contents = Mutex(
            Contents(
                kernels: InstanceKernels(limits: limits),
                buffers: InstanceBuffers(countLimit: limits.buffers, byteLimit: limits.deviceMemoryBytes)))
        printed = Mutex(PrintedText(limit: limits.printedBytes))
    }

    var hasLaunched: Bool { launched.load(ordering: .relaxed) }
    func noteLaunch() { launched.store(true, ordering: .relaxed) }

    /// The time of all kernels that have ended, in nanoseconds.
    var executionNanoseconds: UInt64 { executed.load(ordering: .relaxed) }
    func noteExecution(nanoseconds: UInt64) { executed.wrappingAdd(nanoseconds, ordering: .relaxed) }

    /// Remembers a failure of a launch.
    func launchFailed(_ error: ComputeError) { contents.withLock { $0.failure = $0.failure ?? error } }

    /// The first failure of a launch since this was last asked.
    func takeFailure() -> ComputeError? { contents.withLock { $0.failure.take() } }

    /// Refuses calls from now on.
    /// - Returns: the loads under way.
    func refuseCalls() -> [LoadID: PendingLoad] {
        // Kernels go when they are out of the lock: nobody knows how long that takes.
        let (loads, kernels) = contents.withLock { contents in
            contents.buffers.close()
            let loads = contents.loads
            return (loads, contents.kernels.close())
        }
        _ = kernels
        return loads
    }

    /// Gives everything back: no launch of the instance is left.
    func close() {
        deliverPrinted()
        giveBack(contents.withLock { $0.buffers.releaseAll() })
    }
}
