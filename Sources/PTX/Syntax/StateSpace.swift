/// A state space of PTX (PTX ISA, "State Spaces").
public enum StateSpace: String, Sendable, Hashable, CaseIterable {
    case reg, sreg, const, global, local, param, shared, tex
}
