/// A device as the fixtures see it: one launch in fresh memory.
protocol KernelRunner {
    /// Loads a text, launches one of its kernels and waits for its end.
    ///
    /// Module variables have their initial values at each call.
    /// - Parameter arguments: in the order of the kernel's parameters.
    /// - Returns: the content of the buffers among the arguments after the launch, in their order.
    /// - Throws: what the device says of a text it refuses or a launch that failed.
    func run(
        ptx: [UInt8], entry: String, grid: (Int, Int, Int), block: (Int, Int, Int), sharedBytes: Int,
        arguments: [FixtureArgument]
    ) throws -> [[UInt8]]
}
