/// Checks of a launch that are the same on every device.
public enum LaunchChecks {
    /// Blocks along each axis, exclusive (CUDA: 2³¹ − 1 in x).
    public static let gridLimit = Int(Int32.max)

    /// Checks dimensions against the device and the kernel's own bounds, and arguments against its parameters.
    /// - Throws: ``ComputeError`` with `invalidDimensions` or `invalidArguments`, naming what does not fit.
    public static func check(_ launch: Launch, on device: DeviceAttributes) throws(ComputeError) {
        try checkDimensions(launch, device)
        try checkArguments(launch)
    }

    private static func checkDimensions(_ launch: Launch, _ device: DeviceAttributes) throws(ComputeError) {
        let (grid, block) = (launch.grid, launch.block)
        for (name, size) in [("x", grid.x), ("y", grid.y), ("z", grid.z)] where size < 1 || size > gridLimit {
            throw ComputeError(.invalidDimensions, "the grid's \(name) is \(size); allowed are 1 to \(gridLimit)")
        }
        let limit = device.maximumThreadsPerBlock
        for (name, size) in [("x", block.x), ("y", block.y), ("z", block.z)] where size < 1 || size > limit {
            throw ComputeError(.invalidDimensions, "the block's \(name) is \(size); allowed are 1 to \(limit)")
        }
        let threads = block.x * block.y * block.z
        guard threads <= limit else {
            throw ComputeError(.invalidDimensions, "the block has \(threads) threads; allowed are \(limit)")
        }
        if let required = launch.kernel.requiredBlock, required != block {
            throw ComputeError(
                .invalidDimensions, "the kernel requires blocks of \(required.x)x\(required.y)x\(required.z) threads")
        }
        if let maximum = launch.kernel.maximumThreads, threads > maximum {
            throw ComputeError(
                .invalidDimensions, "the block has \(threads) threads; the kernel allows \(maximum)")
        }
        let shared = launch.kernel.staticSharedBytes + launch.sharedBytes
        guard launch.sharedBytes >= 0, shared <= device.maximumSharedBytes else {
            throw ComputeError(
                .invalidDimensions, "a block would use \(shared) shared bytes; allowed are \(device.maximumSharedBytes)"
            )
        }
    }

    private static func checkArguments(_ launch: Launch) throws(ComputeError) {
        let parameters = launch.kernel.parameters
        guard parameters.count == launch.arguments.count else {
            throw ComputeError(
                .invalidArguments,
                "the kernel takes \(parameters.count) arguments, \(launch.arguments.count) were given")
        }
        for (index, (parameter, argument)) in zip(parameters, launch.arguments).enumerated()
        where parameter.byteCount != argument.byteCount {
            throw ComputeError(
                .invalidArguments,
                "argument \(index) has \(argument.byteCount) bytes; the kernel's parameter \(parameter.name) has"
                    + " \(parameter.byteCount) (.\(parameter.type))")
        }
    }
}
