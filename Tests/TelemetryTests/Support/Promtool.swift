import Glibc

/// Prometheus's own checker, where it is installed.
enum Promtool {
    static let isInstalled = system("command -v promtool >/dev/null 2>&1") == 0

    /// The exit status of `promtool check metrics` for a page: 0 for a page without errors and without complaints.
    static func check(_ page: [UInt8]) -> CInt {
        guard let pipe = popen("promtool check metrics 1>&2", "w") else { return -1 }
        let written = fwrite(page, 1, page.count, pipe)
        let status = pclose(pipe)
        return written == page.count ? status : -1
    }
}
