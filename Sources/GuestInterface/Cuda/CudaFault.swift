import Compute

/// Why a function of `wasi:cuda/host` failed, with the words that the guest can read.
struct CudaFault: Error, Equatable {
    let code: CudaCode
    let message: String

    init(_ code: CudaCode, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: ComputeError) { self.init(CudaCode(error.code), error.message) }

    /// Runs `body` and tells its fault in the terms of this interface.
    static func fromCompute<Result>(_ body: () throws(ComputeError) -> Result) throws(CudaFault) -> Result {
        do throws(ComputeError) { return try body() } catch { throw CudaFault(error) }
    }
}
