import Glibc

extension DirectoryHandle {
    /// Opens the directory at `path`; it and its missing parents are made with mode 0700, durably.
    static func making(_ path: String) throws(StorageError) -> DirectoryHandle {
        let path = try checked(path)
        for missing in missingDirectories(of: path) {
            if mkdir(missing, 0o700) == 0 {
                try synchronizeParent(of: missing)
            } else if errno != EEXIST {
                throw .system(errno, call: "mkdir", path: missing)
            }
        }
        return try DirectoryHandle(path: path)
    }

    /// Opens the directory at `path`, which must exist.
    static func existing(_ path: String) throws(StorageError) -> DirectoryHandle {
        try DirectoryHandle(path: try checked(path))
    }

    /// Opens the directory that the file at `path` is in, or will be in.
    static func containing(_ path: String) throws(StorageError) -> (directory: DirectoryHandle, name: String) {
        let normalized = try checked(path)
        guard !path.hasSuffix("/"), let parent = parent(of: normalized),
            let name = normalized.split(separator: "/").last
        else { throw StorageError(.invalidDirectory, underlying: "no file name in \(path)") }
        return (try DirectoryHandle(path: parent), String(name))
    }

    private static func checked(_ path: String) throws(StorageError) -> String {
        guard !path.isEmpty, !path.utf8.contains(0), path.utf8.count < Int(PATH_MAX) else {
            throw StorageError(.invalidDirectory, underlying: "the path is empty, too long or holds a NUL")
        }
        // A leading slash or dot keeps SQLite from reading the path as a URI.
        return normalized(path)
    }

    /// The directories that must be made for `path` to exist, outermost first.
    private static func missingDirectories(of path: String) -> [String] {
        var missing: [String] = []
        var next: String? = path
        while let directory = next {
            var status = stat()
            guard stat(directory, &status) != 0, errno == ENOENT else { break }
            missing.append(directory)
            next = parent(of: directory)
        }
        return missing.reversed()
    }

    /// The part before the last slash, or nil when nothing more can be cut off.
    static func parent(of path: String) -> String? {
        guard let slash = path.lastIndex(of: "/") else { return nil }
        if slash == path.startIndex { return path == "/" ? nil : "/" }
        return String(path[..<slash])
    }

    /// The path beginning with a slash or a dot, without trailing slashes.
    static func normalized(_ path: String) -> String {
        var path = path.hasPrefix("/") ? path : "./" + path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path
    }

    private static func synchronizeParent(of path: String) throws(StorageError) {
        guard let parent = parent(of: path) else { return }
        try DirectoryHandle(path: parent).synchronize()
    }
}
