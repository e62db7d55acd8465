import Glibc

/// A complete file under a temporary name, already on the disk, that waits for its real name.
struct StagedFile: Sendable {
    /// How every temporary name begins; 32 hexadecimal digits follow.
    private static let prefix = ".tmp-"

    let directory: DirectoryHandle
    private let temporaryName: String

    /// Writes `bytes` under a temporary name and returns when they have reached the disk.
    ///
    /// When that fails nothing stays behind.
    init(_ bytes: [UInt8], in directory: DirectoryHandle) throws(StorageError) {
        self.directory = directory
        temporaryName = Self.makeName()
        let file = try directory.file(temporaryName, flags: O_WRONLY | O_CREAT | O_EXCL)
        do {
            try file.write(bytes)
            try file.synchronize()
        } catch {
            discard()
            throw error
        }
    }

    /// Gives the file its name, in the place of any file of that name, and returns when that has reached the disk.
    func publish(as name: String) throws(StorageError) {
        try directory.rename(temporaryName, to: name)
        try directory.synchronize()
    }

    /// Removes the file if it still has its temporary name.
    func discard() {
        // A failure leaves a file that the next opening of the storage recognizes and removes.
        try? directory.remove(temporaryName)
    }

    /// Whether `name` is one that ``init(_:in:)`` may have left when the process died.
    static func isTemporary(_ name: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        return Hexadecimal.words(name.dropFirst(prefix.count), count: 2) != nil
    }

    /// A name that no other writer uses.
    static func makeName() -> String {
        var generator = SystemRandomNumberGenerator()
        var digits: [UInt8] = []
        Hexadecimal.append(generator.next(), to: &digits)
        Hexadecimal.append(generator.next(), to: &digits)
        return prefix + String(decoding: digits, as: UTF8.self)
    }
}
