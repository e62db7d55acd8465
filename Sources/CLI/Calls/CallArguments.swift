import Runtime
import Settings

/// The arguments of a call as they were written.
struct CallArguments: Sendable, Equatable {
    /// The elements, for a request's body.
    let values: [JSONValue]

    /// - Parameter text: a JSON array.
    /// - Throws: ``CommandError`` when it is something else or has too many elements.
    init(_ text: String) throws(CommandError) {
        let value: JSONValue
        do {
            value = try JSONReader.read(Array(text.utf8))
        } catch {
            throw .badInput("--args is not JSON: \(error)")
        }
        guard let values = value.array else { throw .badInput("--args must be a JSON array, such as '[2, 40]'") }
        guard values.count <= FixedLimits.argumentsPerCall.value else {
            throw CommandError(
                .badInput, kind: "too_many_args",
                "\(values.count) arguments were given, at most \(FixedLimits.argumentsPerCall.value) are allowed")
        }
        self.values = values
    }

    /// The elements, for a local call.
    var literals: [ArgumentLiteral] {
        values.map { value in
            switch value {
            case .null: .null
            case .boolean(let value): .boolean(value)
            case .number(let token): .number(token)
            case .string(let text): .string(text)
            case .array: .array
            case .members: .object
            }
        }
    }
}
