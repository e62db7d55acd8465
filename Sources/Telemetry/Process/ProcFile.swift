import Glibc

/// Small files below `/proc`.
enum ProcFile {
    /// The first bytes of a file.
    ///
    /// - Returns: Nil when the file cannot be read, or is longer than ``TelemetryLimits/procFileBytes``: the tail of a
    ///   cut file would be read as something it is not.
    static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes: [UInt8] = []
        while bytes.count <= TelemetryLimits.procFileBytes {
            guard let part = readPart(descriptor) else { return nil }
            if part.isEmpty { return bytes }
            bytes.append(contentsOf: part)
        }
        return nil
    }

    private static func readPart(_ descriptor: CInt) -> [UInt8]? {
        let capacity = TelemetryLimits.procFileBytes
        var failed = false
        // `read` takes a raw buffer. It writes no more bytes than the capacity it is given, which is the array's own.
        let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
            var result = Glibc.read(descriptor, buffer.baseAddress, capacity)
            while result < 0, errno == EINTR {
                result = Glibc.read(descriptor, buffer.baseAddress, capacity)
            }
            failed = result < 0
            count = max(0, result)
        }
        return failed ? nil : part
    }
}
