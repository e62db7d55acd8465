import Runtime

/// The fields of an invocation as found in the text, before they are judged.
///
/// Judging waits until the text has been read to its end: a later field of the same name replaces an earlier one, a
/// wrong one included, and a text that is not JSON is refused as such, whatever stood in front of the mistake.
struct InvokeBodyFields {
    /// The last value of one field.
    enum Field<Value> {
        /// Not given, or given as `null`.
        case absent
        case value(Value)
        case wrongType
    }

    /// The elements of `args`.
    struct ArgumentList {
        /// The elements that fit under the limit.
        var kept: [ArgumentLiteral] = []
        /// How many there were in all.
        var count = 0
    }

    /// Whether the text is an object at all.
    var isObject = true
    var export = Field<String>.absent
    var arguments = Field<ArgumentList>.absent
    var input = Field<[UInt8]>.absent
    /// The decoded bytes, or `nil` when the string is not base64.
    var inputBase64 = Field<[UInt8]?>.absent

    /// The invocation these fields mean.
    func body() throws(InvokeBodyError) -> InvokeBody {
        guard isObject else { throw InvokeBodyError(.notAnObject) }
        return InvokeBody(export: try resolvedExport(), arguments: try resolvedArguments(), input: try resolvedInput())
    }

    private func resolvedExport() throws(InvokeBodyError) -> String? {
        switch export {
        case .absent: nil
        case .value(let name): name
        case .wrongType: throw InvokeBodyError(.invalidField(name: "export", expected: "a string"))
        }
    }

    private func resolvedArguments() throws(InvokeBodyError) -> [ArgumentLiteral] {
        switch arguments {
        case .absent: return []
        case .value(let list):
            let limit = InvokeBodyParser.maximumArguments
            guard list.count <= limit else {
                throw InvokeBodyError(.tooManyArguments(count: list.count, limit: limit))
            }
            return list.kept
        case .wrongType: throw InvokeBodyError(.invalidField(name: "args", expected: "an array"))
        }
    }

    private func resolvedInput() throws(InvokeBodyError) -> [UInt8]? {
        switch (input, inputBase64) {
        case (.wrongType, _): throw InvokeBodyError(.invalidField(name: "input", expected: "a string"))
        case (_, .wrongType): throw InvokeBodyError(.invalidField(name: "input_b64", expected: "a string"))
        case (.value, .value): throw InvokeBodyError(.conflictingInputs)
        case (.value(let bytes), .absent): return bytes
        case (.absent, .value(let bytes)):
            guard let bytes else { throw InvokeBodyError(.invalidBase64(field: "input_b64")) }
            return bytes
        case (.absent, .absent): return nil
        }
    }
}
