@testable import Compute

/// A kernel of ``TestDevice``: says what a launch of it does.
final class TestKernel: Kernel {
    enum Behaviour: Sendable {
        /// Ends while it is being started.
        case immediate
        /// Runs until the test or a stop ends it.
        case held
        /// Keeps the thread that starts it until the gate fires, then runs like a held one.
        case gated(Signal)
        /// Ends on another thread.
        case threaded
        /// Fails while it is being started.
        case failing(String)
        /// Prints, then ends while it is being started.
        case printing(String)
    }

    let entry: String
    let behaviour: Behaviour
    let parameters: [KernelParameter]
    let staticSharedBytes = 0
    let requiredBlock: Dimensions? = nil
    let maximumThreads: Int? = nil
    let footprint: Int
    let variableBytes: Int

    /// - Parameter buffers: parameters behind the first one, which names the launch.
    init(_ behaviour: Behaviour, entry: String = "test", buffers: Int = 0, footprint: Int = 100, variableBytes: Int = 0)
    {
        self.entry = entry
        self.behaviour = behaviour
        self.footprint = footprint
        self.variableBytes = variableBytes
        parameters = (0...buffers).map { KernelParameter(name: "p\($0)", byteCount: 8, type: "u64") }
    }

    func forInstance() -> any Kernel {
        guard variableBytes > 0 else { return self }
        return TestKernel(
            behaviour, entry: entry, buffers: parameters.count - 1, footprint: footprint, variableBytes: variableBytes)
    }
}
