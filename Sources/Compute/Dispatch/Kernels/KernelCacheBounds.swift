/// What the kernel cache may hold.
struct KernelCacheBounds {
    /// Kernels kept.
    var count: Int
    /// Bytes of the kernels kept, by their own estimate.
    var bytes: Int
    /// Preparations at a time.
    var workers: Int
    /// Preparations that wait.
    var waiting: Int
    /// Bytes of the texts of preparations that wait.
    var waitingBytes: Int
}
