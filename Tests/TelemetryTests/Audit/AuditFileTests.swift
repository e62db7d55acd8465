import Foundation
import Glibc
import Testing

@testable import Telemetry

struct AuditFileTests {
    private func line(_ text: String) -> ArraySlice<UInt8> { Array(text.utf8)[...] }

    private func reason(_ path: String) -> String? {
        do throws(TelemetryError) {
            _ = try AuditFile(path: path)
            return nil
        } catch {
            #expect(error.code == .auditFileUnusable)
            return error.reason
        }
    }

    @Test func `a new file can be read and written by its owner only`() async throws {
        try await withTemporaryDirectory { directory in
            let file = try AuditFile(path: directory + "/audit.log")
            #expect(!file.endsInsideLine)
            var status = stat()
            #expect(stat(directory + "/audit.log", &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
        }
    }

    @Test func `lines go to the end of a file that exists`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            try "before\n".write(toFile: path, atomically: false, encoding: .utf8)
            let file = try AuditFile(path: path)
            #expect(!file.endsInsideLine)
            #expect(try file.write(line("after\n")) == 6)
            try file.synchronize()
            #expect(try text(ofFile: path) == "before\nafter\n")
        }
    }

    @Test func `a file that a killed process left inside a line is told from others`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            try "{\"ts_un".write(toFile: path, atomically: false, encoding: .utf8)
            #expect(try AuditFile(path: path).endsInsideLine)
        }
    }

    @Test func `a symbolic link is refused, also one to a regular file`() async throws {
        try await withTemporaryDirectory { directory in
            try "".write(toFile: directory + "/target", atomically: false, encoding: .utf8)
            #expect(symlink(directory + "/target", directory + "/link") == 0)
            #expect(symlink(directory + "/nothing", directory + "/dangling") == 0)
            for name in ["link", "dangling"] {
                let path = "\(directory)/\(name)"
                #expect(reason(path) == "the audit file \(path): it is a symbolic link")
            }
            #expect(!FileManager.default.fileExists(atPath: directory + "/nothing"))
        }
    }

    @Test func `a pipe is refused without waiting for its reader`() async throws {
        try await withTemporaryDirectory { directory in
            #expect(mkfifo(directory + "/pipe", 0o600) == 0)
            #expect(reason(directory + "/pipe")?.hasSuffix("it is not a regular file") == true)
        }
    }

    @Test(arguments: [
        ("/dev/null", "it is not a regular file"), ("/dev/full", "it is not a regular file"), ("/", "Is a directory"),
        ("/nowhere/audit.log", "No such file or directory"), ("", "the path is not one"),
        ("/dev/null\0.log", "the path is not one"), ("/proc/audit.log", "No such file or directory"),
    ])
    func `what cannot hold a log is refused with the reason`(_ path: String, _ reason: String) {
        #expect(self.reason(path) == "the audit file \(path): \(reason)")
    }

    @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
    func `a directory that cannot be written is refused`() async throws {
        try await withTemporaryDirectory { directory in
            chmod(directory, 0o500)
            #expect(reason(directory + "/audit.log")?.hasSuffix("Permission denied") == true)
        }
    }

    @Test func `opening again finds a new file only after the old one was renamed`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            var file = try AuditFile(path: path)
            let isNewAtFirst = try file.reopen()
            #expect(!isNewAtFirst)
            _ = try file.write(line("one\n"))
            #expect(rename(path, path + ".1") == 0)
            _ = try file.write(line("two\n"))
            let isNew = try file.reopen()
            #expect(isNew)
            _ = try file.write(line("three\n"))
            #expect(try text(ofFile: path + ".1") == "one\ntwo\n")
            #expect(try text(ofFile: path) == "three\n")
        }
    }

    @Test func `the old file stays in use when the new one cannot be opened`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            var file = try AuditFile(path: path)
            #expect(rename(path, path + ".1") == 0)
            #expect(mkdir(path, 0o700) == 0)
            #expect(throws: TelemetryError.self) { try file.reopen() }
            _ = try file.write(line("still\n"))
            #expect(try text(ofFile: path + ".1") == "still\n")
        }
    }

    @Test func `descriptors are closed with their files`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            for _ in 0..<2_000 {
                var file = try AuditFile(path: path)
                _ = try file.reopen()
            }
        }
    }

    @Test func `a full disk is an error`() throws {
        let descriptor = AuditDescriptor(number: open("/dev/full", O_WRONLY), isOwned: true)
        #expect(throws: SystemFailure(number: ENOSPC)) { try descriptor.write(line("x\n")) }
    }

    @Test func `a pipe without a reader is an error and ends nothing`() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        close(ends[0])
        let descriptor = AuditDescriptor(number: ends[1], isOwned: true)
        #expect(throws: SystemFailure(number: EPIPE)) { try descriptor.write(line("x\n")) }
        var pending = sigset_t()
        sigpending(&pending)
        #expect(sigismember(&pending, SIGPIPE) == 0)
    }

    @Test func `a full pipe that must not be waited for is waited for all the same`() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let (reader, writer) = (ends[0], AuditDescriptor(number: ends[1], isOwned: true))
        #expect(fcntl(writer.number, F_SETFL, O_NONBLOCK) == 0)
        let size = PipeSize.bytes(writer.number)
        #expect(try writer.write([UInt8](repeating: 7, count: size)[...]) == size)
        async let isWritten = try writer.write(line("x\n")) == 2
        var bytes = [UInt8](repeating: 0, count: size)
        #expect(read(reader, &bytes, size) == size)
        #expect(try await isWritten)
        #expect(read(reader, &bytes, size) == 2)
        close(reader)
    }
}
