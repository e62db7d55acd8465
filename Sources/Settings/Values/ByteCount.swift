/// Sizes in bytes as the configuration writes them: `65536`, `64KiB`, `256MiB`, `4GiB`.
enum ByteCount {
    /// The binary units, largest first.
    private static let units: [(suffix: String, bytes: Int)] = [
        ("GiB", 1 << 30), ("MiB", 1 << 20), ("KiB", 1 << 10),
    ]

    /// Parses a number of bytes.
    ///
    /// - Throws: `ValueFault.malformed` for anything but digits and one optional suffix; `ValueFault.outOfRange` when
    ///   the size does not fit.
    static func parse(_ text: String) throws(ValueFault) -> Int {
        let unit = units.first { text.hasSuffix($0.suffix) }
        let digits = text.dropLast(unit?.suffix.count ?? 0)
        guard DecimalNumber.isWellFormed(digits) else {
            throw .malformed("is not a size; write digits, optionally followed by KiB, MiB or GiB")
        }
        guard let count = DecimalNumber.parse(digits) else { throw .outOfRange }
        let (bytes, overflow) = count.multipliedReportingOverflow(by: unit?.bytes ?? 1)
        guard !overflow else { throw .outOfRange }
        return bytes
    }

    /// Writes `bytes` with the largest unit that divides it, in the form ``parse(_:)`` reads.
    static func format(_ bytes: Int) -> String {
        guard bytes > 0, let unit = units.first(where: { bytes.isMultiple(of: $0.bytes) }) else { return "\(bytes)" }
        return "\(bytes / unit.bytes)\(unit.suffix)"
    }
}
