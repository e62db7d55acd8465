import Glibc

/// The name of a thread, which shows in `top` and debuggers.
enum ThreadName {
    /// Names the calling thread. Linux keeps 15 bytes; nothing happens where it offers no such file.
    static func set(_ name: String) {
        // The C function for it is an extension that Swift does not import.
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = Glibc.write(file, name, min(name.utf8.count, 15))
        close(file)
    }
}
