/// The device on which this guest's kernels run.
public enum Device {
    /// What a device tells of itself.
    public enum Attribute: Int32 {
        /// 0 for the CPU device, 1 for a CUDA device.
        case kind = 0
        /// Times ten: 90 stands for 9.0.
        case computeCapability = 1
        /// How many blocks run at the same time, roughly.
        case multiprocessors = 2
        /// The most threads of a block.
        case mostBlockThreads = 3
        /// The most shared memory of a block, in bytes.
        case mostSharedBytes = 4
        /// The number of threads that run in step.
        case warpSize = 5
    }

    /// Waits for all work of this instance.
    /// - Throws: ``HostError`` with the first failure since the last time.
    public static func synchronize() throws(HostError) {
        try HostError.check(hostSync())
    }

    /// What the device says of itself.
    /// - Throws: ``HostError`` when there is no device.
    public static func value(of attribute: Attribute) throws(HostError) -> Int64 {
        try HostError.check(hostDeviceAttribute(attribute.rawValue))
    }
}
