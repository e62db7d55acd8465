/// A load whose completion has not been called.
struct PendingLoad: Sendable {
    let key: KernelKey
    let textBytes: Int
    let completion: @Sendable (Result<Int64, ComputeError>) -> Void
}
