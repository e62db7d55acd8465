import PTX

/// Runs kernels on the processor: an interpreter that executes one instruction for up to 256 threads at a time.
///
/// Short kernels run on the thread that launches them. Longer ones move to a few worker threads, which take turns
/// between all launches, so that a kernel without an end delays the others but never stops them.
public final class CPUDevice: Device {
    /// How long a launch may run on the thread that starts it, in nanoseconds.
    private static let firstSlice: UInt64 = 50_000

    /// What it can do: compute capability 9.0 as far as instructions go, blocks of 1,024 threads, 227 KiB shared.
    public let attributes: DeviceAttributes
    private let memory: BlockMemory
    private let scheduler: CPUScheduler
    private let limits: PTXLimits

    /// - Parameters:
    ///   - threads: worker threads, at least 1; as many as there are processor cores.
    ///   - memoryBytes: registers, local and shared memory of all blocks in work together.
    ///   - limits: what a PTX text may cost.
    public init(threads: Int, memoryBytes: Int = 1 << 30, limits: PTXLimits = PTXLimits()) {
        let threads = max(threads, 1)
        attributes = DeviceAttributes(
            kind: .cpu, name: "CPU device, \(threads) thread\(threads == 1 ? "" : "s")", computeCapability: 90,
            multiprocessorCount: threads, maximumThreadsPerBlock: 1_024, maximumSharedBytes: 227 << 10,
            warpSize: Gang.warpSize)
        memory = BlockMemory(limit: memoryBytes)
        scheduler = CPUScheduler(threads: threads, memory: memory)
        self.limits = limits
    }

    /// See ``Device/load(ptx:entry:)``. Also refuses, by name, instructions that the interpreter does not run.
    public func load(ptx: [UInt8], entry: String) throws(ComputeError) -> any Kernel {
        let module: CheckedModule
        do throws(PTXError) {
            module = try CheckedModule.read(ptx, limits: limits)
        } catch {
            throw ComputeError(error)
        }
        guard let index = module.entry(named: entry) else {
            let names = module.entries.prefix(8).map { "\"\($0)\"" }.joined(separator: ", ")
            throw ComputeError(
                .invalidKernel, "the PTX has no entry \"\(entry)\"; it has \(names.isEmpty ? "none" : names)")
        }
        return CPUKernel(try Decoder.decode(module, entry: index))
    }

    /// See ``Device/makeBuffer(byteCount:)``.
    public func makeBuffer(byteCount: Int) throws(ComputeError) -> any DeviceBuffer { try CPUBuffer(byteCount) }

    /// See ``Device/start(_:completion:)``. A short kernel has ended when this returns.
    public func start(
        _ launch: Launch, completion: @escaping @Sendable (LaunchOutcome) -> Void
    ) -> any StartedLaunch {
        let started: CPULaunch
        do throws(ComputeError) {
            started = try CPULaunch(
                launch, memory: memory, onEnd: { [scheduler] in scheduler.memoryReturned() }, completion: completion)
        } catch {
            completion(LaunchOutcome(failure: error, executionNanoseconds: 0))
            return FailedLaunch()
        }
        scheduler.run(started, firstSlice: Self.firstSlice)
        return started
    }

    /// See ``Device/shutDown()``.
    public func shutDown() { scheduler.stop() }

    /// A launch that had ended before it began.
    private final class FailedLaunch: StartedLaunch {
        func stop(_ reason: LaunchStopReason) {}
    }
}

extension ComputeError {
    /// The first faults of a PTX text, one to a line.
    init(_ error: PTXError) {
        let shown = 8
        var lines = error.diagnostics.prefix(shown).map {
            "\($0.span.line):\($0.span.column): \($0.message)"
        }
        let rest = error.diagnostics.count - shown
        if rest > 0 { lines.append("and \(rest) more") }
        self.init(.malformedPTX, lines.joined(separator: "\n"))
    }
}
