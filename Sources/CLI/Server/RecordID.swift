import ArgumentParser

/// The id of a function or a job, which becomes part of a path and so is nothing but a UUID.
struct RecordID: Sendable, Equatable, ExpressibleByArgument {
    /// In lower case.
    let text: String

    init?(argument: String) {
        let groups = argument.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12], groups.joined().utf8.allSatisfy(Self.isHexadecimal) else {
            return nil
        }
        text = argument.lowercased()
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }
}
