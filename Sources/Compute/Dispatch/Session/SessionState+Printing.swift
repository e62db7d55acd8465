extension SessionState {
    /// What a launch calls with what its kernel prints; `nil` when nobody wants it.
    var printer: (@Sendable ([UInt8]) -> Void)? {
        guard output != nil else { return nil }
        return { [self] piece in printed.withLock { $0.append(piece) } }
    }

    /// Whether something was printed that is not delivered.
    var hasPrinted: Bool { output != nil && printed.withLock { !$0.isEmpty } }

    /// Delivers what was printed.
    func deliverPrinted() {
        guard let output else { return }
        let text = printed.withLock { $0.take() }
        if !text.isEmpty { output(text) }
    }
}
