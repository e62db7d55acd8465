/// How a suspending host function answers.
public enum HostAnswer {
    /// At once, with its result.
    case value(Value)
    /// Later: the guest sleeps until the suspension is resumed.
    case suspend(Suspension)
}
