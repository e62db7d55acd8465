/// What runs the kernels of guests.
public enum DeviceChoice: String, Sendable, CaseIterable {
    /// The best device of this machine.
    case auto
    /// The processor.
    case cpu
    /// A CUDA device; without one the server does not start.
    case cuda
    /// Nothing: guests are told that no device is available.
    case off
}
