extension ComputeError {
    /// Devices are switched off.
    static let noDevice = ComputeError(.notAvailable, "there is no device: the operator has switched devices off")
    /// The process ends.
    static let shutDown = ComputeError(.notAvailable, "the device has been shut down")
    /// The instance's session has ended.
    static let instanceEnded = ComputeError(.notAvailable, "the instance has ended")
}
