import SystemPackage

extension ConfigurationFile {
    /// A file in use: its path and its checked content.
    typealias Found = (path: String, file: ConfigurationFile)

    /// Reads the file that was named, else the one in the working directory, else none.
    ///
    /// - Parameters:
    ///   - flag: the path given with `--config`.
    ///   - environment: looked up for `TENSOR_WASM_CONFIG`.
    ///   - defaultPath: the file that may be missing.
    /// - Throws: ``SettingsError``, also when a file that was named does not exist.
    static func find(
        flag: String?, environment: [String: String], defaultPath: String
    ) throws(SettingsError) -> Found? {
        let variable = ReservedVariable.configurationFile.key.variable
        if let path = flag {
            return (path, try read(path, named: "--config", origin: .flag))
        }
        if let path = environment[variable] {
            return (path, try read(path, named: variable, origin: .environment))
        }
        guard let file = try readIfPresent(defaultPath) else { return nil }
        return (defaultPath, file)
    }

    private static func read(
        _ path: String, named key: String, origin: SettingOrigin
    ) throws(SettingsError) -> ConfigurationFile {
        guard !path.isEmpty else {
            throw SettingsError(.malformedValue, key: key, origin: origin, reason: "is empty; give the path of a file")
        }
        guard let file = try readIfPresent(path) else {
            throw SettingsError(
                .unreadableFile, key: key, origin: origin, reason: "there is no file \(QuotedText(path))")
        }
        return file
    }

    /// `nil` when nothing exists at `path`.
    private static func readIfPresent(_ path: String) throws(SettingsError) -> ConfigurationFile? {
        let bytes: [UInt8]
        do {
            let descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
            bytes = try descriptor.closeAfter {
                try contents(of: descriptor, atMost: FixedLimits.configurationFileBytes.value + 1)
            }
        } catch Errno.noSuchFileOrDirectory {
            return nil
        } catch {
            throw SettingsError(
                .unreadableFile, origin: .file, reason: "\(QuotedText(path)) cannot be read: \(error)")
        }
        guard bytes.count <= FixedLimits.configurationFileBytes.value else {
            throw SettingsError(
                .fileTooLarge, origin: .file,
                reason:
                    "\(QuotedText(path)) is larger than \(ByteCount.format(FixedLimits.configurationFileBytes.value))"
            )
        }
        return try ConfigurationFile(bytes: bytes)
    }

    /// The first bytes of a file. A device or a pipe has no size to ask for beforehand, so the reading is bounded.
    private static func contents(of descriptor: FileDescriptor, atMost limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while bytes.count < limit {
            // The descriptor reads into raw memory only; the buffer is passed on whole and does not leave the closure.
            let count = try chunk.withUnsafeMutableBytes { try descriptor.read(into: $0) }
            if count == 0 { break }
            bytes += chunk.prefix(count)
        }
        return bytes
    }
}
