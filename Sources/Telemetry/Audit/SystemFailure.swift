import Glibc

/// The number of a failed system call.
struct SystemFailure: Error, Sendable, Equatable, CustomStringConvertible {
    let number: Int32

    init(number: Int32 = errno) {
        self.number = number
    }

    var description: String { String(cString: strerror(number)) }
}
