/// Something that a test waited for did not come.
public struct NeverCame: Error, CustomStringConvertible {
    public let description: String
}

/// Returns when something has become so.
/// - Throws: ``NeverCame`` after 20 s, which is far above what anything in the tests takes on a busy machine.
public func wait(
    isolation: isolated (any Actor)? = #isolation, file: String = #fileID, line: Int = #line,
    until condition: () throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + .seconds(20)
    while try !condition() {
        guard ContinuousClock.now < deadline else {
            throw NeverCame(description: "what \(file):\(line) waits for did not come within 20 s")
        }
        try await Task.sleep(for: .milliseconds(1))
    }
}
