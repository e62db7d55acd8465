/// Where and why a text is not JSON.
struct JSONFault: Error, Sendable, Equatable, CustomStringConvertible {
    let message: String
    /// The byte, counted from 0.
    let offset: Int

    var description: String { "\(message) at byte \(offset)" }
}
