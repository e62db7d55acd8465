import Glibc

/// The end of a regular file.
///
/// The name's last part must not be a symbolic link, and what it names must not be a device, a pipe or a directory: who
/// can put one there would otherwise choose where the log goes, or stop the server at its start.
struct AuditFile: AuditOutput {
    let path: String
    private var descriptor: AuditDescriptor
    private var identity: Identity
    private(set) var endsInsideLine: Bool

    private struct Identity: Equatable {
        let device: UInt
        let inode: UInt
    }

    init(path: String) throws(TelemetryError) {
        self.path = path
        descriptor = try Self.open(path)
        let status = try Self.statusOfRegularFile(descriptor, path)
        identity = Identity(device: UInt(status.st_dev), inode: UInt(status.st_ino))
        endsInsideLine = Self.endsInsideLine(descriptor, size: status.st_size)
    }

    var writeLimit: Int { .max }

    func write(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
        try descriptor.write(bytes)
    }

    func synchronize() throws(SystemFailure) {
        try descriptor.synchronize()
    }

    mutating func reopen() throws(TelemetryError) -> Bool {
        let new = try AuditFile(path: path)
        guard new.identity != identity else { return false }
        self = new
        return true
    }

    private static func open(_ path: String) throws(TelemetryError) -> AuditDescriptor {
        guard !path.isEmpty, !path.utf8.contains(0) else { throw unusable(path, "the path is not one") }
        // Without waiting, or a pipe that nobody reads would hold the start. Reading is for the last byte only.
        let flags = O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        var number = Glibc.open(path, O_RDWR | flags, 0o600)
        if number < 0, errno == EACCES { number = Glibc.open(path, O_WRONLY | flags, 0o600) }
        guard number >= 0 else {
            throw unusable(path, errno == ELOOP ? "it is a symbolic link" : SystemFailure().description)
        }
        return AuditDescriptor(number: number, isOwned: true)
    }

    private static func statusOfRegularFile(
        _ descriptor: AuditDescriptor,
        _ path: String
    ) throws(TelemetryError) -> stat {
        var status = stat()
        guard fstat(descriptor.number, &status) == 0 else { throw unusable(path, SystemFailure().description) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw unusable(path, "it is not a regular file") }
        return status
    }

    /// A file that may not be read is taken to end inside a line; the worst of it is an empty line.
    private static func endsInsideLine(_ descriptor: AuditDescriptor, size: Int) -> Bool {
        guard size > 0 else { return false }
        var last: UInt8 = 0
        // Sound: one byte is asked for, and there is room for one.
        return pread(descriptor.number, &last, 1, size - 1) != 1 || last != UInt8(ascii: "\n")
    }

    private static func unusable(_ path: String, _ reason: String) -> TelemetryError {
        TelemetryError(.auditFileUnusable, reason: "the audit file \(path): \(reason)")
    }
}
