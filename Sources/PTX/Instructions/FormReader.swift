/// Reads lines of the instruction table.
///
/// A line has three parts, divided by `;`:
///
///     add T=.f32 .rn|.rz? .ftz? ; d:T s:T s:T ; 7.0 80 must
///
/// The opcode and its modifier groups: alternatives divided by `|`, `?` after a group that can stay empty, `NAME=` before
/// one that operands refer to, `@set` for a named set of alternatives, `.*` for "and anything else".
/// Then the operands: a role of ``OperandPattern/Role``; `{2}` or `{GROUP}` for a vector; `:` and a type (`~` where a
/// wider register is good enough), which is a name, a group, `T*2`, `T/4`, or several divided by commas; `:=0..255` or
/// `:=4,8` for the values of a constant; `:@` and a state space or a group for an address; `?` when it can be left out,
/// `?GROUP` when it is there just if the group is filled.
/// Then the first version and the first architecture, `-` for "always", the tier, and `old` for withdrawn forms.
struct FormReader {
    /// Named sets of alternatives, without their `@`.
    let sets: [String: [Substring]]

    /// The form in a line, `nil` when the line is not well formed.
    func form(_ line: Substring) -> InstructionForm? {
        let parts = line.split(separator: ";", omittingEmptySubsequences: false).map { $0.split(separator: " ") }
        guard parts.count == 3, let opcode = parts[0].first, parts[2].count >= 3 else { return nil }
        var groups: [ModifierGroup] = []
        var acceptsOthers = false
        for word in parts[0].dropFirst() {
            if word == ".*" {
                acceptsOthers = true
            } else if let group = group(word) {
                groups.append(group)
            } else {
                return nil
            }
        }
        let names = Set(groups.map(\.name))
        var operands: [OperandPattern] = []
        for word in parts[1] {
            guard let operand = operand(word, names) else { return nil }
            operands.append(operand)
        }
        guard let version = version(parts[2][0]), let tier = Tier(rawValue: String(parts[2][2])),
            let target = parts[2][1] == "-" ? 0 : Int(parts[2][1])
        else { return nil }
        return InstructionForm(
            opcode: String(opcode), modifiers: groups, acceptsOtherModifiers: acceptsOthers, operands: operands,
            minimumVersion: version, minimumTarget: target, isWithdrawn: parts[2].last == "old", tier: tier,
            text: String(line))
    }

    /// `NAME=.a|.b|@set?`
    private func group(_ word: Substring) -> ModifierGroup? {
        var rest = word
        let isOptional = rest.last == "?"
        if isOptional { rest.removeLast() }
        var name = ""
        if let equals = rest.firstIndex(of: "=") {
            name = String(rest[..<equals])
            rest = rest[rest.index(after: equals)...]
        }
        var alternatives: [Modifier] = []
        for part in rest.split(separator: "|") {
            if part.first == "@" {
                guard let set = sets[String(part.dropFirst())] else { return nil }
                alternatives += set.map { Modifier(String($0.dropFirst())) }
            } else if part.first == ".", part.count > 1 {
                alternatives.append(Modifier(String(part.dropFirst())))
            } else {
                return nil
            }
        }
        guard !alternatives.isEmpty else { return nil }
        return ModifierGroup(name: name, alternatives: alternatives, isOptional: isOptional)
    }

    private func version(_ word: Substring) -> TranslationUnit.Version? {
        if word == "-" { return TranslationUnit.Version(0, 0) }
        let numbers = word.split(separator: ".").compactMap { Int($0) }
        return numbers.count == 2 ? TranslationUnit.Version(numbers[0], numbers[1]) : nil
    }

    /// `d{V}~T?`
    private func operand(_ word: Substring, _ groups: Set<String>) -> OperandPattern? {
        var rest = word
        var isOptional = false
        var condition: String?
        if let mark = rest.firstIndex(of: "?") {
            condition = String(rest[rest.index(after: mark)...])
            rest = rest[..<mark]
            if condition == "" {
                condition = nil
                isOptional = true
            }
        }
        if let condition, !groups.contains(condition) { return nil }
        let head = rest.prefix { $0 != "{" && $0 != ":" && $0 != "~" }
        guard let role = OperandPattern.Role(rawValue: String(head)) else { return nil }
        rest = rest.dropFirst(head.count)
        var count = OperandPattern.Count.single
        if rest.first == "{" {
            let inner = rest.dropFirst().prefix { $0 != "}" }
            if let number = Int(inner) {
                count = .vector(number)
            } else {
                guard groups.contains(String(inner)) else { return nil }
                count = .group(String(inner))
            }
            rest = rest.dropFirst(inner.count + 2)
        }
        let isRelaxed = rest.first == "~"
        var detail = rest.dropFirst()
        var space: String?
        if let at = detail.firstIndex(of: "@") {
            space = String(detail[detail.index(after: at)...])
            detail = detail[..<at]
            guard let space, groups.contains(space) || StateSpace(rawValue: space) != nil else { return nil }
        }
        var values: [Int] = []
        if let equals = detail.firstIndex(of: "=") {
            guard let numbers = self.values(detail[detail.index(after: equals)...]) else { return nil }
            values = numbers
            detail = detail[..<equals]
        }
        var types: [TypePattern] = []
        for name in detail.split(separator: ",") {
            guard let type = type(name, groups) else { return nil }
            types.append(type)
        }
        guard types.isEmpty != role.isTyped else { return nil }
        return OperandPattern(
            role: role, count: count, types: types, isRelaxed: isRelaxed, isOptional: isOptional,
            condition: condition, values: values, space: space)
    }

    /// `0..15` or `4,8,16`
    private func values(_ text: Substring) -> [Int]? {
        let bounds = text.split(separator: ".").compactMap { Int($0) }
        if bounds.count == 2 { return bounds[0] <= bounds[1] ? Array(bounds[0]...bounds[1]) : nil }
        let numbers = text.split(separator: ",").compactMap { Int($0) }
        return numbers.isEmpty ? nil : numbers
    }

    private func type(_ word: Substring, _ groups: Set<String>) -> TypePattern? {
        if let type = ScalarType(rawValue: String(word)) { return .fixed(type) }
        if word.hasSuffix("*2"), groups.contains(String(word.dropLast(2))) { return .widened(String(word.dropLast(2))) }
        if let slash = word.firstIndex(of: "/") {
            guard let parts = Int(word[word.index(after: slash)...]), groups.contains(String(word[..<slash])) else {
                return nil
            }
            return .part(String(word[..<slash]), parts)
        }
        return groups.contains(String(word)) ? .group(String(word)) : nil
    }
}

extension OperandPattern.Role {
    /// Whether operands of the role have a type that the form states.
    var isTyped: Bool {
        switch self {
        case .destination, .droppable, .destinationPair, .droppablePair, .source, .register, .convertible, .value,
            .pointer:
            true
        default: false
        }
    }
}
