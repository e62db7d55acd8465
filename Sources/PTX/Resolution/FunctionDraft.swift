/// A function while it is being checked.
struct FunctionDraft {
    let name: String
    let isEntry: Bool
    let isExternal: Bool
    let results: [CheckedFunction.Parameter]
    let parameters: [CheckedFunction.Parameter]
    let bounds: CheckedFunction.LaunchBounds
    let span: SourceSpan
    /// Whether its body was seen.
    var isDefined = false
    var registers = RegisterList()
    /// Registers declared, ranges counted in full.
    var declaredRegisters = 0
    var frame: [CheckedVariable] = []
    /// Bytes of `frame` without gaps.
    var frameBytes = 0
    /// Labels in it hold indices of ``LabelTable/positions`` and of `branchTargets` until the body is complete.
    var instructions: [CheckedInstruction] = []
    /// Lists of places, each an index of ``LabelTable/positions``.
    var branchTargets: [[Int]] = []
    /// Functions it calls, each with the place of the first call.
    var calls: [Int: SourceSpan] = [:]
    /// The same in the order of the text.
    var callees: [Int] = []
    /// Shared variables of the module that it mentions.
    var sharedVariables: Set<Int> = []

    /// Notes a call.
    mutating func note(call callee: Int, at span: SourceSpan) {
        if calls.updateValue(calls[callee] ?? span, forKey: callee) == nil { callees.append(callee) }
    }

    /// The finished function.
    func finished(sharedByteCount: Int) -> CheckedFunction {
        CheckedFunction(
            name: name, isEntry: isEntry, isExternal: isExternal, results: results, parameters: parameters,
            registers: registers.registers, frame: frame, instructions: instructions, callees: callees,
            sharedByteCount: sharedByteCount, bounds: bounds, span: span)
    }
}
