/// The kernels that one instance has loaded, by id, and what they count towards its limits.
///
/// Each load has an id of its own, also when the same kernel is loaded again. A load that is under way has its place
/// already, so that the limits hold whenever it ends.
struct InstanceKernels {
    private let limits: ComputeLimits
    private var kernels: [any Kernel] = []
    private var loading = 0
    private var textBytes = 0
    private(set) var isClosed = false

    init(limits: ComputeLimits) { self.limits = limits }

    /// Takes the place for a load.
    mutating func begin(textBytes bytes: Int, entryBytes: Int) throws(ComputeError) {
        guard !isClosed else { throw .instanceEnded }
        guard entryBytes <= limits.entryBytes else {
            throw ComputeError(
                .invalidKernel, "the entry's name has \(entryBytes) bytes; allowed are \(limits.entryBytes)")
        }
        guard bytes <= limits.ptxBytes else {
            throw ComputeError(.malformedPTX, "the PTX text has \(bytes) bytes; allowed are \(limits.ptxBytes)")
        }
        guard kernels.count + loading < limits.kernels else {
            throw ComputeError(
                .quotaExceeded, "the instance has \(kernels.count + loading) kernels; allowed are \(limits.kernels)")
        }
        guard bytes <= limits.kernelTextBytes - textBytes else {
            throw ComputeError(
                .quotaExceeded,
                "the instance has loaded \(textBytes) bytes of PTX; with \(bytes) more it would exceed"
                    + " \(limits.kernelTextBytes)")
        }
        loading += 1
        textBytes += bytes
    }

    /// Gives the place of a load back that brought no kernel.
    mutating func fail(textBytes bytes: Int) {
        loading -= 1
        textBytes -= bytes
    }

    /// Puts a kernel in the place taken for it.
    /// - Returns: its id, or `nil` when the instance has ended meanwhile; then the place is given back.
    mutating func insert(_ kernel: any Kernel, textBytes bytes: Int) -> Int64? {
        guard !isClosed else {
            fail(textBytes: bytes)
            return nil
        }
        loading -= 1
        kernels.append(kernel)
        return Int64(kernels.count - 1)
    }

    func kernel(_ id: Int64) -> (any Kernel)? {
        guard let index = Int(exactly: id), kernels.indices.contains(index) else { return nil }
        return kernels[index]
    }

    /// Forgets all kernels and refuses more.
    mutating func close() -> [any Kernel] {
        isClosed = true
        defer { kernels = [] }
        return kernels
    }
}
