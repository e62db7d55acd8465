/// How far this implementation goes with an instruction.
public enum Tier: String, Sendable, Hashable, CaseIterable {
    /// What ordinary kernels are made of: every device runs it.
    case must
    /// What kernels use now and then: every device runs it.
    case should
    /// Correct PTX that a device may refuse when a kernel needs it.
    case exotic
    /// Correct PTX that no device here runs: checked loosely, so that a text which contains it can still be judged.
    case refused
}
