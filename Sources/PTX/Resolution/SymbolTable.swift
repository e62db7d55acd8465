/// The names that are visible at one point of a text, across nested scopes.
///
/// A lookup costs a few hash lookups however deep the nesting and however large the register ranges are: names of all
/// scopes lie in one dictionary, and leaving a scope restores what it hid. Members of a range such as `%r<65536>` come
/// into being when they are first used.
struct SymbolTable {
    private struct Binding {
        var symbol: Symbol
        let scope: Int
    }

    private struct Range {
        let type: ScalarType
        let vector: Int
        let count: Int
        let scope: Int
        /// The range of the same prefix that it hides; numbers beyond its own count still belong to that one.
        let enclosing: Int?
    }

    private struct ScopedName: Hashable {
        let scope: Int
        let name: String
    }

    private struct Member: Hashable {
        let range: Int
        let number: Int
    }

    /// A member's number has at most that many digits, which bounds how often a name is split.
    private static let mostDigits = 7

    private var names: [String: Binding] = [:]
    /// All ranges of a function; a range's index is its identity.
    private var ranges: [Range] = []
    /// The innermost range of a prefix.
    private var rangeByPrefix: [String: Int] = [:]
    /// The smallest number that follows the name among the names of a scope, to find ranges that overlap them.
    private var smallestNumber: [ScopedName: Int] = [:]
    private var members: [Member: Symbol] = [:]
    private var hiddenNames: [[(String, Binding?)]] = [[]]
    private var hiddenRanges: [[(String, Int?)]] = [[]]
    /// Identities of the open scopes, the innermost last.
    private var scopes = [0]
    private var scopeCount = 1
    /// What names stood for when they were last looked up; emptied by whatever can change it.
    private var recent: [String: Symbol] = [:]

    /// Enters a scope.
    mutating func open() {
        scopes.append(scopeCount)
        scopeCount += 1
        hiddenNames.append([])
        hiddenRanges.append([])
    }

    /// Leaves the innermost scope.
    mutating func close() {
        let names = hiddenNames.removeLast()
        let ranges = hiddenRanges.removeLast()
        for (name, hidden) in names.reversed() { self.names[name] = hidden }
        for (prefix, hidden) in ranges.reversed() { rangeByPrefix[prefix] = hidden }
        if !names.isEmpty || !ranges.isEmpty { recent.removeAll(keepingCapacity: true) }
        scopes.removeLast()
        if scopes.count == 1 {
            smallestNumber.removeAll()
            members.removeAll()
            self.ranges.removeAll()
        }
    }

    /// Whether the innermost scope declares the name itself.
    func declares(_ name: String) -> Bool {
        if let binding = names[name], binding.scope == scopes.last { return true }
        return Self.splits(name).contains { prefix, number in
            guard let range = rangeByPrefix[prefix].map({ ranges[$0] }), range.scope == scopes.last else {
                return false
            }
            return number < range.count
        }
    }

    /// Declares a name in the innermost scope; false if it is declared there.
    mutating func declare(_ name: String, _ symbol: Symbol) -> Bool {
        if declares(name) { return false }
        note(name)
        hiddenNames[hiddenNames.count - 1].append((name, names[name]))
        names[name] = Binding(symbol: symbol, scope: scopes[scopes.count - 1])
        if !recent.isEmpty { recent.removeAll(keepingCapacity: true) }
        return true
    }

    /// Declares the registers `prefix0`, `prefix1` and so on in the innermost scope; false if one of them is declared
    /// there.
    mutating func declareRange(_ prefix: String, count: Int, type: ScalarType, vector: Int) -> Bool {
        let scope = scopes[scopes.count - 1]
        guard count > 0 else { return true }
        let enclosing = rangeByPrefix[prefix]
        if let enclosing, ranges[enclosing].scope == scope { return false }
        if let smallest = smallestNumber[ScopedName(scope: scope, name: prefix)], smallest < count { return false }
        if declares(prefix + "0") { return false }
        note(prefix + "0")
        hiddenRanges[hiddenRanges.count - 1].append((prefix, enclosing))
        rangeByPrefix[prefix] = ranges.count
        ranges.append(Range(type: type, vector: vector, count: count, scope: scope, enclosing: enclosing))
        if !recent.isEmpty { recent.removeAll(keepingCapacity: true) }
        return true
    }

    /// What the name stands for, registers of ranges apart.
    func declaration(of name: String) -> Symbol? { names[name]?.symbol }

    /// What the name stands for; a register gets its place in `registers` when it is used for the first time.
    mutating func find(_ name: String, _ registers: inout RegisterList) -> Symbol? {
        if let symbol = recent[name] { return symbol }
        guard let symbol = search(name, &registers) else { return nil }
        recent[name] = symbol
        return symbol
    }

    private mutating func search(_ name: String, _ registers: inout RegisterList) -> Symbol? {
        let binding = names[name]
        var best: (range: Int, number: Int)?
        var bestScope = binding?.scope ?? -1
        for (prefix, number) in Self.splits(name) {
            var range = rangeByPrefix[prefix]
            while let index = range, number >= ranges[index].count { range = ranges[index].enclosing }
            guard let index = range, ranges[index].scope > bestScope else { continue }
            best = (index, number)
            bestScope = ranges[index].scope
        }
        if let best {
            let member = Member(range: best.range, number: best.number)
            if let symbol = members[member] { return symbol }
            let range = ranges[best.range]
            let symbol = registers.add(name, range.type, count: range.vector)
            members[member] = symbol
            return symbol
        }
        guard case .unusedRegister(let type, let count) = binding?.symbol else { return binding?.symbol }
        let symbol = registers.add(name, type, count: count)
        names[name]?.symbol = symbol
        return symbol
    }

    /// Remembers the numbers that a new name of the innermost scope ends with.
    private mutating func note(_ name: String) {
        for (prefix, number) in Self.splits(name) {
            let key = ScopedName(scope: scopes[scopes.count - 1], name: prefix)
            smallestNumber[key] = min(smallestNumber[key] ?? .max, number)
        }
    }

    /// The ways to read a name as the member of a range: `%r12` is number 12 of `%r`, or number 2 of `%r1`.
    private static func splits(_ name: String) -> [(prefix: String, number: Int)] {
        var result: [(prefix: String, number: Int)] = []
        var number = 0
        var weight = 1
        var bytes = Substring(name).utf8
        for _ in 0..<mostDigits {
            guard let last = bytes.last, last >= UInt8(ascii: "0"), last <= UInt8(ascii: "9") else { break }
            number += Int(last - UInt8(ascii: "0")) * weight
            weight *= 10
            bytes.removeLast()
            // Numbers have no leading zeros.
            if last == UInt8(ascii: "0"), weight > 10 { continue }
            if bytes.isEmpty { break }
            result.append((String(Substring(bytes)), number))
        }
        return result
    }
}
