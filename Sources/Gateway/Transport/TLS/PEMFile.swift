import Glibc

/// Reads a file of certificates or keys whole, within a limit.
struct PEMFile {
    /// Far above a bundle of all public authorities; a wrong path, such as a device, must not fill the memory.
    static let byteLimit = 4 << 20

    /// The variable that names the file.
    let setting: String
    let path: String

    /// The file's content.
    /// - Parameter isSecret: whether a file that other users may read or change is refused.
    func read(isSecret: Bool = false) throws(TLSFault) -> [UInt8] {
        // Without waiting: opening a pipe that nobody writes to would not return.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw fault("cannot open \(path): \(String(cString: strerror(errno)))") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw fault("\(path) is not a regular file")
        }
        guard !isSecret || status.st_mode & (S_IRWXG | S_IRWXO) == 0 else {
            throw fault("\(path) may be read or changed by other users; `chmod 600` it")
        }
        var bytes: [UInt8] = []
        let chunkBytes = 64 << 10
        var chunk = [UInt8](repeating: 0, count: chunkBytes)
        while bytes.count <= Self.byteLimit {
            let count = Glibc.read(descriptor, &chunk, chunkBytes)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw fault("cannot read \(path): \(String(cString: strerror(errno)))") }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
        }
        throw fault("\(path) is larger than \(Self.byteLimit) bytes")
    }

    func fault(_ reason: String) -> TLSFault { TLSFault(setting: setting, reason: reason) }
}
