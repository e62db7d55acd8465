import Glibc

/// A file descriptor that lines are written to.
final class AuditDescriptor: Sendable {
    let number: Int32
    private let isOwned: Bool

    /// - Parameter isOwned: Whether it is closed with this object.
    init(number: Int32, isOwned: Bool) {
        self.number = number
        self.isOwned = isOwned
    }

    deinit {
        if isOwned { close(number) }
    }

    /// Writes some of the bytes, one or more, waiting for room where the descriptor has to.
    func write(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
        while true {
            let (count, failure) = withoutBrokenPipeSignal {
                // Sound: the buffer lives until the closure returns, and the call reads only its bytes.
                let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
                return (count, errno)
            }
            if count > 0 { return count }
            switch count == 0 ? EIO : failure {
            case EINTR: continue
            case EAGAIN: waitForRoom()
            case let failure: throw SystemFailure(number: failure)
            }
        }
    }

    func synchronize() throws(SystemFailure) {
        guard fdatasync(number) == 0 else { throw SystemFailure() }
    }

    /// Standard output may have been made non-blocking by whoever shares it.
    private func waitForRoom() {
        var request = pollfd(fd: number, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }

    /// Runs `body` so that a pipe without a reader is an error of the call and does not end the process.
    private func withoutBrokenPipeSignal<Result>(_ body: () -> Result) -> Result {
        var brokenPipe = sigset_t()
        var previous = sigset_t()
        sigemptyset(&brokenPipe)
        sigaddset(&brokenPipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &brokenPipe, &previous)
        let result = body()
        // The signal waits for this thread and would arrive with the old mask; taking it makes it harmless.
        var now = timespec()
        sigtimedwait(&brokenPipe, nil, &now)
        pthread_sigmask(SIG_SETMASK, &previous, nil)
        return result
    }
}
