import Compute
import Telemetry

/// Moves the metrics of kernels by what happens at the device.
///
/// ```swift
/// let service = ComputeService(device: device, digest: digest, observer: KernelObserver(metrics))
/// ```
public struct KernelObserver: ComputeObserver {
    private let metrics: KernelMetrics

    /// - Parameter metrics: the families of the process.
    public init(_ metrics: TensorWasmMetrics) { self.metrics = metrics.kernels }

    /// Counts and times the launch.
    public func launchEnded(_ record: LaunchRecord) {
        metrics.launchEnded(
            tenant: record.tenant, kind: record.isConcurrent ? .concurrent : .serial,
            device: DeviceLabel(record.device), overheadNanoseconds: record.overheadNanoseconds,
            executionNanoseconds: record.executionNanoseconds)
    }

    /// Shows the permits.
    public func permitsChanged(used: Int, available: Int) {
        metrics.permitsUsed.set(Int64(used))
        metrics.permitsAvailable.set(Int64(available))
    }

    /// Shows the memory, in total and for the tenant.
    public func deviceMemoryChanged(tenant: UInt64, by bytes: Int) {
        metrics.memoryChanged(tenant: tenant, by: Int64(bytes))
    }

    /// Counts the hit.
    public func kernelCacheHit() { metrics.cacheHits.increment() }

    /// Counts and times the preparation.
    public func kernelPrepared(nanoseconds: UInt64) {
        metrics.cacheInserts.increment()
        metrics.preparation.observe(nanoseconds: nanoseconds)
    }
}

extension DeviceLabel {
    fileprivate init(_ kind: DeviceAttributes.Kind) {
        self =
            switch kind {
            case .cpu: .cpu
            case .cuda: .cuda
            }
    }
}
