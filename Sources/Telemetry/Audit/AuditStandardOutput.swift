import Glibc

/// Standard output, whatever it is connected to.
struct AuditStandardOutput: AuditOutput {
    private let descriptor: AuditDescriptor

    init(descriptor: AuditDescriptor = AuditDescriptor(number: STDOUT_FILENO, isOwned: false)) {
        self.descriptor = descriptor
    }

    var writeLimit: Int { TelemetryLimits.auditLineBytes }

    var endsInsideLine: Bool { false }

    func write(_ bytes: ArraySlice<UInt8>) throws(SystemFailure) -> Int {
        try descriptor.write(bytes)
    }

    /// What reads it decides what becomes of it.
    func synchronize() {}

    func reopen() -> Bool { false }
}
