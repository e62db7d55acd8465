import Glibc

/// Starts threads that end by themselves when their work is done, so that nobody has to end them.
enum ShortThread {
    /// Enough for a parser at its deepest nesting.
    private static let stackBytes = 8 << 20

    /// Runs `body` on a new detached thread.
    /// - Returns: whether the system could make the thread.
    static func start(_ body: @escaping @Sendable () -> Void) -> Bool {
        var attributes = pthread_attr_t()
        guard pthread_attr_init(&attributes) == 0 else { return false }
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, stackBytes)
        let work = Unmanaged.passRetained(Work(body: body))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, &attributes,
            { argument in
                // Sound: the argument is the `Work` retained above; the new thread takes over that reference.
                guard let argument else { return nil }
                let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
                _ = work
                work.body()
                return nil
            }, work.toOpaque())
        if status != 0 { work.release() }
        return status == 0
    }

    private final class Work {
        let body: @Sendable () -> Void
        init(body: @escaping @Sendable () -> Void) { self.body = body }
    }
}
