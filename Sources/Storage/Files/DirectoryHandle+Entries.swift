import Glibc

extension DirectoryHandle {
    /// The names in the directory, in no order, that `isIncluded` accepts.
    func entries(where isIncluded: (String) -> Bool) throws(StorageError) -> [String] {
        // A second open file description: reading a directory moves its position.
        let opened = openat(number, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard opened >= 0 else { throw .system(errno, call: "open", path: path) }
        guard let stream = fdopendir(opened) else {
            let number = errno
            close(opened)
            throw .system(number, call: "fdopendir", path: path)
        }
        defer { closedir(stream) }

        var names: [String] = []
        while true {
            errno = 0
            guard let entry = readdir(stream) else { break }
            let name = Self.name(of: entry.pointee)
            if isIncluded(name) { names.append(name) }
        }
        guard errno == 0 else { throw .system(errno, call: "readdir", path: path) }
        return names
    }

    private static func name(of entry: dirent) -> String {
        // The name is a fixed array of C characters, which Swift imports as a tuple; the buffer covers exactly that
        // tuple of a local copy and does not leave the closure.
        withUnsafeBytes(of: entry.d_name) { bytes in
            String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
    }
}
