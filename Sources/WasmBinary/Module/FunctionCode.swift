/// A function's body in a form that can be changed.
public struct FunctionCode: Sendable, Hashable {
    /// The locals behind the parameters.
    public var locals: [LocalRun]
    /// The instructions, without the `end` that closes the body.
    public var instructions: [Instruction]

    /// A body.
    public init(locals: [LocalRun] = [], instructions: [Instruction]) {
        self.locals = locals
        self.instructions = instructions
    }

    /// How many locals there are behind the parameters.
    public var localCount: Int { locals.reduce(0) { $0 + Int($1.count) } }

    /// Adds a local behind the others and returns its index.
    /// - Parameter parameterCount: How many parameters the function has: they have the first indices.
    public mutating func addLocal(_ type: ValueType, parameterCount: Int) -> UInt32 {
        let index = UInt32(parameterCount + localCount)
        if let last = locals.last, last.type == type, last.count < .max {
            locals[locals.count - 1].count += 1
        } else {
            locals.append(LocalRun(1, type))
        }
        return index
    }
}

extension ByteReader {
    /// A body, without its size in front.
    mutating func functionCode(allowsData: Bool) throws(BinaryError) -> FunctionCode {
        let start = position
        var total = 0
        let most = limits.locals
        let locals = try list(of: "runs of locals", limit: most, bytesEach: 2) { (reader) throws(BinaryError) in
            let count = try reader.unsigned32()
            total += Int(count)
            if total > most { throw reader.fault(.limitExceeded, "too many locals: more than \(most)", at: start) }
            return LocalRun(count, try reader.valueType())
        }
        // No body has more instructions than bytes.
        let instructions = try expression(limit: remaining, allowsData: allowsData)
        try finish("function body")
        return FunctionCode(locals: locals, instructions: instructions)
    }
}

extension ByteWriter {
    /// A body, without its size in front.
    mutating func functionCode(_ code: FunctionCode) {
        list(code.locals) {
            $0.index($1.count)
            $0.valueType($1.type)
        }
        expression(code.instructions)
    }
}
