/// Every instruction that a text may contain.
///
/// The one place that says which modifiers and operands an instruction has, since when, and how far this implementation
/// goes with it. Checker, interpreter and emitters read it, so that a missing instruction is a missing line.
public enum InstructionTable {
    /// The forms; a form's index is its identity.
    public static let forms: [InstructionForm] = read.forms
    /// What modifiers need by themselves; the opcode `*` stands for every instruction.
    static let requirements: [String: [Modifier: Requirement]] = read.requirements
    /// Lines that could not be read; a test keeps this empty.
    static let unreadable: [Substring] = read.unreadable

    /// A first version and a first architecture.
    struct Requirement: Sendable, Equatable {
        let version: TranslationUnit.Version
        let target: Int
    }

    /// The indices of an opcode's forms, in the order in which they are tried; empty for an unknown opcode.
    public static func forms(for opcode: String) -> [Int] { index[opcode] ?? [] }

    private static let index: [String: [Int]] = Dictionary(grouping: forms.indices) { forms[$0].opcode }
    private static let read = readAll()

    private static func readAll() -> (
        forms: [InstructionForm], requirements: [String: [Modifier: Requirement]], unreadable: [Substring]
    ) {
        var sets: [String: [Substring]] = [:]
        var forms: [InstructionForm] = []
        var requirements: [String: [Modifier: Requirement]] = [:]
        var unreadable: [Substring] = []
        for line in FormText.all.joined(separator: "\n").split(separator: "\n") {
            let words = line.split(separator: " ")
            if words.count == 3, words[0] == "set" {
                sets[String(words[1])] = words[2].split(separator: "|").flatMap { part in
                    part.first == "@" ? sets[String(part.dropFirst())] ?? [] : [part]
                }
            } else if words.count == 5, words[0] == "needs", let requirement = requirement(words[3], words[4]) {
                for opcode in words[1].split(separator: "|") {
                    for part in words[2].split(separator: "|") {
                        requirements[String(opcode), default: [:]][Modifier(String(part.dropFirst()))] = requirement
                    }
                }
            } else if let form = FormReader(sets: sets).form(line) {
                forms.append(form)
            } else {
                unreadable.append(line)
            }
        }
        return (forms, requirements, unreadable)
    }

    private static func requirement(_ version: Substring, _ target: Substring) -> Requirement? {
        let numbers = version.split(separator: ".").compactMap { Int($0) }
        guard numbers.count == 2, let target = Int(target) else { return nil }
        return Requirement(version: TranslationUnit.Version(numbers[0], numbers[1]), target: target)
    }
}
