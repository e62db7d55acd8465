/// One way to write an instruction: which modifiers it takes, which operands follow, and what it needs.
public struct InstructionForm: Sendable, Equatable {
    /// The first part of the spelling: `ld`.
    public let opcode: String
    /// The places of the other parts, in the order in which they are usually written.
    public let modifiers: [ModifierGroup]
    /// Whether parts beyond ``modifiers`` are accepted unseen, as in forms that no device runs.
    public let acceptsOtherModifiers: Bool
    /// The operands, in order.
    public let operands: [OperandPattern]
    /// The first language version that has it; 0.0 for those that always did.
    public let minimumVersion: TranslationUnit.Version
    /// The first architecture that has it; 0 for those that always did.
    public let minimumTarget: Int
    /// Whether it was withdrawn from `sm_70` on with version 6.4, when the forms with `.sync` replaced it.
    public let isWithdrawn: Bool
    /// How far this implementation goes with it.
    public let tier: Tier
    /// The line of the table, for messages and tests.
    public let text: String

    /// The usual spelling with its alternatives, for messages: `add{.rn|.rz}{.ftz}.f32`.
    public var spelling: String {
        var result = opcode
        for group in modifiers {
            let alternatives = group.alternatives.map(\.description).joined(separator: "|")
            result +=
                group.isOptional
                ? "{\(alternatives)}" : group.alternatives.count > 1 ? "(\(alternatives))" : alternatives
        }
        return result
    }
}
