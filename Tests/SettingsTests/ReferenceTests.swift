import Glibc
import SystemPackage
import Testing

@testable import Settings

@Suite struct ReferenceTests {
    /// `docs/CONFIG.md` beside the sources that were compiled.
    private var document: FilePath {
        var path = FilePath(#filePath)
        for _ in 0..<3 { path.removeLastComponent() }
        return path.appending("docs/CONFIG.md")
    }

    private func read(_ path: FilePath) throws -> String {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            var bytes = [UInt8](repeating: 0, count: 1 << 20)
            var count = 0
            while case let more = try bytes.withUnsafeMutableBytes({
                try file.read(into: .init(rebasing: $0[count...]))
            }),
                more > 0
            {
                count += more
            }
            return String(decoding: bytes.prefix(count), as: UTF8.self)
        }
    }

    @Test("docs/CONFIG.md is what the declarations generate; UPDATE_DOCS=1 writes it anew")
    func documentIsCurrent() throws {
        let generated = SettingsReference.markdown()
        if getenv("UPDATE_DOCS") != nil {
            let file = try FileDescriptor.open(
                document, .writeOnly, options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead])
            try file.closeAfter { _ = try file.writeAll(generated.utf8) }
        }
        #expect(try read(document) == generated)
    }

    @Test("The reference names every setting once, with its key, flag, default and range")
    func everySettingIsListed() {
        let rows = SettingsReference.markdown().split(separator: "\n").filter { $0.hasPrefix("| `TENSOR_WASM_") }
        for setting in SettingsReference.settings {
            let own = rows.filter { $0.hasPrefix("| `\(setting.variable)` |") }
            #expect(own.count == 1)
            for part in ["`\(setting.fileKey)`", setting.defaultText, setting.allowed, setting.documentation] {
                #expect(part.isEmpty || own.first?.contains(part) == true)
            }
            if let flag = setting.flag {
                #expect(own.first?.contains("`--\(flag)`") == true)
            }
        }
        #expect(rows.count == SettingsReference.settings.count + ReservedVariable.all.count)
    }

    @Test("Every row of a table has as many cells as its header")
    func tablesAreWellFormed() {
        var columns: Int?
        for line in SettingsReference.markdown().split(separator: "\n", omittingEmptySubsequences: false) {
            guard line.hasPrefix("|") else {
                columns = nil
                continue
            }
            let count = line.split(separator: "|", omittingEmptySubsequences: false).count
            #expect(columns == nil || columns == count, "\(line)")
            columns = count
        }
    }

    @Test("The reference lists every fixed limit with its unit and reason")
    func fixedLimitsAreListed() {
        let text = SettingsReference.markdown()
        for limit in FixedLimits.allCases.map(\.limit) + KernelLimits.allCases.map(\.limit) {
            #expect(text.contains("| \(limit.subject) | \(limit.value) | \(limit.unit) | \(limit.reason) |"))
        }
    }

    @Test("The example file loads and sets every default that can be written")
    func exampleLoads() throws {
        let settings = try load(file: SettingsReference.exampleFile())
        let defaults = try load()
        #expect(settings.entries.map(\.shownValue) == defaults.entries.map(\.shownValue))
        for (entry, setting) in zip(settings.entries, SettingsReference.settings) {
            #expect(entry.origin == (setting.hasWritableDefault ? .file : .default))
        }
    }
}
