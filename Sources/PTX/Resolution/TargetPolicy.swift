/// The language versions and architectures that texts may name.
enum TargetPolicy {
    /// The largest minor version of each major one (PTX ISA, "Release History"; 9.x is still growing).
    private static let minorVersions = [3: 2, 4: 3, 5: 0, 6: 5, 7: 8, 8: 9, 9: 9]

    /// The version that introduced each architecture.
    private static let architectures: [Int: TranslationUnit.Version] = [
        50: .init(4, 0), 52: .init(4, 1), 53: .init(4, 2), 60: .init(5, 0), 61: .init(5, 0), 62: .init(5, 0),
        70: .init(6, 0), 72: .init(6, 1), 75: .init(6, 3), 80: .init(7, 0), 86: .init(7, 1), 87: .init(7, 4),
        88: .init(9, 0), 89: .init(7, 8), 90: .init(7, 8), 100: .init(8, 6), 101: .init(8, 6), 103: .init(8, 8),
        110: .init(9, 0), 120: .init(8, 7), 121: .init(8, 8),
    ]

    /// What can follow the architecture.
    private static let options: Set<String> = ["texmode_unified", "texmode_independent", "debug", "map_f64_to_f32"]

    /// Whether texts of that version are accepted.
    static func isKnown(_ version: TranslationUnit.Version) -> Bool {
        guard let largest = minorVersions[version.major] else { return false }
        return (0...largest).contains(version.minor)
    }

    /// The architecture's number, 90 for `sm_90a`.
    static func architecture(_ names: [String], version: TranslationUnit.Version) throws(Fault) -> Int {
        guard let name = names.first else { throw Fault(.target, ".target names no architecture") }
        var digits = name.dropFirst(3)
        let suffix = digits.last
        if suffix == "a" || suffix == "f" { digits.removeLast() }
        guard name.hasPrefix("sm_"), digits.count <= 3, let number = Int(digits), digits.first != "0",
            let introduced = architectures[number],
            suffix != "a" || number >= 90, suffix != "f" || number >= 100
        else {
            throw Fault(.target, "the target `\(name.clipped)` is not known: sm_50 to sm_121 are")
        }
        if version < introduced {
            throw Fault(
                .target, "the target `\(name.clipped)` needs .version \(introduced) or later, this text has \(version)")
        }
        for option in names.dropFirst() where !options.contains(option) {
            throw Fault(.target, "the target option `\(option.clipped)` is not known")
        }
        return number
    }
}

extension TranslationUnit.Version: CustomStringConvertible {
    /// The version as a text writes it: `8.8`.
    public var description: String { "\(major).\(minor)" }
}

extension String {
    /// The text as a message quotes it: at most 80 bytes, since names come from a hostile text.
    var clipped: String { utf8.count <= 80 ? self : String(decoding: utf8.prefix(77), as: UTF8.self) + "..." }
}
