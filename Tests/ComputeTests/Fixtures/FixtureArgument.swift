/// What a launch passes for one parameter.
enum FixtureArgument: Equatable, Sendable {
    /// A number; the bits are those of its type, the unused high ones zero.
    case scalar(FixtureType, bits: UInt64)
    /// Memory that the kernel gets a pointer to, with its content before the launch.
    case buffer([UInt8])
}
