import CThreads
import Glibc

/// Starts operating-system threads with a name that shows in `top` and debuggers.
public enum WorkerThread {
    /// How a thread stands to the others of the system when they want the same processor.
    public enum Standing: Sendable {
        /// An equal share.
        case usual
        /// A smaller share; the number is the niceness, 1 … 19.
        case nice(Int32)
        /// Only what the others leave: they preempt it as soon as they want to run (`SCHED_IDLE`).
        case background
    }

    /// Enough for a compiler, or a parser at its deepest nesting, whatever limit the process was started with.
    private static let stackBytes = 8 << 20

    /// Runs `body` on a new detached thread, which ends when `body` returns.
    /// - Parameters:
    ///   - name: at most 15 bytes are kept (a limit of Linux).
    ///   - standing: where the system refuses a lesser one, the thread has the usual.
    /// - Returns: whether the system could make the thread.
    @discardableResult
    public static func start(
        name: String, standing: Standing = .usual, _ body: @escaping @Sendable () -> Void
    ) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, stackBytes)
        let start = Unmanaged.passRetained(Start(name: name, standing: standing, body: body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                // Sound: the argument is the `Start` retained above; the new thread takes over that reference.
                guard let argument else { return nil }
                let start = Unmanaged<Start>.fromOpaque(argument).takeRetainedValue()
                WorkerThread.setName(start.name)
                WorkerThread.take(start.standing)
                start.body()
                return nil
            }, start.toOpaque())
        if status != 0 { start.release() }
        return status == 0
    }

    /// Gives the calling thread its standing.
    private static func take(_ standing: Standing) {
        switch standing {
        case .usual: break
        // Linux takes 0 for the calling thread, not for its process.
        case .nice(let niceness): _ = setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
        case .background: _ = tw_enter_background()
        }
    }

    /// Names the calling thread; nothing happens where the system offers no such file.
    private static func setName(_ name: String) {
        // The C function for it is an extension that Swift does not import.
        let file = open("/proc/thread-self/comm", O_WRONLY | O_CLOEXEC)
        guard file >= 0 else { return }
        _ = Glibc.write(file, name, min(name.utf8.count, 15))
        close(file)
    }

    private final class Start: Sendable {
        let name: String
        let standing: Standing
        let body: @Sendable () -> Void
        init(name: String, standing: Standing, body: @escaping @Sendable () -> Void) {
            self.name = name
            self.standing = standing
            self.body = body
        }
    }
}
