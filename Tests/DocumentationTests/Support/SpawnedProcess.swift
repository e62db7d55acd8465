import Foundation
import Synchronization

/// A child process: its number while it lives, its status afterwards.
///
/// Foundation's `Process` tells of an end by a descriptor that other children, started at the same moment, inherit, so
/// that in parallel tests it may never tell.
final class SpawnedProcess: Sendable {
    private struct State {
        var status: Int32?
        var waiters: [CheckedContinuation<Int32, Never>] = []
    }

    private let identifier: pid_t
    private let state = Mutex(State())

    /// - Parameters:
    ///   - command: the path of a program, and its arguments.
    ///   - output: the child's standard output.
    ///   - errors: its standard error.
    init(_ command: [String], environment: [String: String], output: Int32, errors: Int32) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)

        // The threads of a task pool block signals, and a child inherits that.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))

        let words = command.map { strdup($0) } + [nil]
        let variables = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { for text in words + variables { free(text) } }
        var identifier = pid_t()
        let code = posix_spawn(&identifier, command[0], &actions, &attributes, words, variables)
        guard code == 0 else { throw Failure("\(command[0]): \(String(cString: strerror(code)))") }
        self.identifier = identifier
        Thread.detachNewThread { [self] in reap() }
    }

    /// The status after the end; 128 and its number for a signal, as a shell tells it.
    var status: Int32 {
        get async {
            await withCheckedContinuation { continuation in
                let status = state.withLock { state in
                    if state.status == nil { state.waiters.append(continuation) }
                    return state.status
                }
                if let status { continuation.resume(returning: status) }
            }
        }
    }

    /// Harmless after the end.
    func signal(_ number: Int32) {
        state.withLock { state in
            if state.status == nil { kill(identifier, number) }
        }
    }

    private func reap() {
        var information = siginfo_t()
        // Without taking the number away from the process: `signal` must not hit another one that got it.
        while waitid(P_PID, id_t(identifier), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
        let (status, waiters) = state.withLock { state in
            var raw: Int32 = 0
            waitpid(identifier, &raw, 0)
            let status = raw & 0x7F == 0 ? raw >> 8 & 0xFF : 128 + raw & 0x7F
            state.status = status
            defer { state.waiters = [] }
            return (status, state.waiters)
        }
        for waiter in waiters { waiter.resume(returning: status) }
    }
}
