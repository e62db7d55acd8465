extension WasmModule {
    /// The export of this name, byte by byte.
    public func export(named name: String) -> Export? { exports.first { $0.isNamed(name) } }

    /// Offers something under a name, instead of what had it.
    public mutating func setExport(_ name: String, _ kind: ExternalKind, _ index: UInt32) {
        let export = Export(name, kind, index)
        if let place = exports.firstIndex(where: { $0.isNamed(name) }) {
            exports[place] = export
        } else {
            exports.append(export)
        }
    }

    /// Offers something under a name no longer.
    public mutating func removeExport(named name: String) { exports.removeAll { $0.isNamed(name) } }

    /// A beginning that no export's name has: the stem and a colon, with a number between them if need be. Names that
    /// begin so can be added without a clash.
    /// - Complexity: O(bytes of the exports' names), whatever they are.
    public func unusedExportPrefix(_ stem: String) -> String {
        let stemBytes = Array(stem.utf8)
        let taken = Set(exports.lazy.compactMap { Self.number(in: $0.name.utf8, behind: stemBytes) })
        var number = 0
        while taken.contains(number) { number += 1 }
        return number == 0 ? "\(stem):" : "\(stem)\(number):"
    }

    /// The number between a stem and a colon at the front of a name, 0 for none; nil where the name begins otherwise.
    private static func number(in name: String.UTF8View, behind stem: [UInt8]) -> Int? {
        guard name.starts(with: stem) else { return nil }
        let digits = name.dropFirst(stem.count).prefix { $0 != UInt8(ascii: ":") }
        guard digits.endIndex < name.endIndex else { return nil }
        // A number that is written in another way, or is too large to be reached, is no candidate.
        return digits.isEmpty ? 0 : String(digits).flatMap { Int($0) }
    }
}
