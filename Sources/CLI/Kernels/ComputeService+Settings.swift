import Compute
import Settings
import Storage

extension ComputeService {
    /// The device of the settings with the limits of the settings.
    /// - Throws: ``CommandError`` when the device does not exist.
    convenience init(_ settings: Settings, observer: any ComputeObserver) throws(CommandError) {
        self.init(
            device: try KernelDevice.make(settings.device, threads: settings.kernelThreads),
            limits: ComputeLimits(settings), digest: { Array(Digest(of: $0).hex.utf8) }, observer: observer)
    }
}

extension ComputeLimits {
    init(_ settings: Settings) {
        self.init()
        permits = settings.dispatchPermits
        deviceMemoryBytes = settings.limits.deviceMemoryBytesPerTenant
        deviceMemoryBytesPerTenant = settings.limits.deviceMemoryBytesPerTenant
        outstandingLaunches = KernelLimits.outstandingLaunches.value
        kernels = KernelLimits.kernels.value
        kernelTextBytes = KernelLimits.textBytesPerInstance.value
        ptxBytes = KernelLimits.textBytes.value
        entryBytes = KernelLimits.entryBytes.value
        buffers = KernelLimits.buffers.value
        deadlineMargin = UInt64(KernelLimits.deadlineMilliseconds.value) * 1_000_000
        printedBytes = KernelLimits.printedBytes.value
    }
}
