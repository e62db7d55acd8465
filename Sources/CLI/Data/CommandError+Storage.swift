import Storage

extension CommandError {
    /// A backup or a restoration that failed. The operator is told the paths.
    init(_ error: StorageError) {
        let isInput = [.alreadyExists, .invalidDirectory, .tooNew].contains(error.code)
        let reason = error.underlying.map { "\(error.message) (\($0))" } ?? error.message
        self.init(isInput ? .badInput : .failure, kind: error.code.rawValue, reason)
    }
}
