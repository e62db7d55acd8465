/// The state of a check: everything known so far about a text.
///
/// Extensions of this type hold the rules by subject: module, functions, variables, statements, operands, calls.
struct Checker {
    let unit: TranslationUnit
    let limits: PTXLimits
    /// The architecture's number, `.max` when it is not known.
    let target: Int
    var faults: FaultList
    var symbols = SymbolTable()
    var labels = LabelTable()
    var matcher: SpellingMatcher
    var variables: [CheckedVariable] = []
    var functions: [FunctionDraft] = []
    /// The function whose body is being checked, an index of `functions`, -1 outside.
    var current = -1
    /// Functions that are second names of others.
    var aliases: Set<Int> = []
    /// Declared variables and parameters, registers apart.
    var variableCount = 0
    var globalBytes = 0
    var constantBytes = 0

    /// A check of that text.
    init(_ unit: TranslationUnit, limits: PTXLimits) {
        self.unit = unit
        self.limits = limits
        faults = FaultList(limit: limits.diagnostics)
        // Faults that only follow from a wrong target would hide it.
        let architecture = try? TargetPolicy.architecture(unit.targets, version: unit.version)
        target = architecture ?? .max
        matcher = SpellingMatcher(SpellingRules(version: unit.version, target: target))
    }

    /// Checks everything.
    mutating func run() -> CheckResult {
        checkHead()
        for item in unit.items {
            if faults.isFull { break }
            check(item)
        }
        for (index, function) in functions.enumerated() where !function.isDefined && !function.isExternal {
            if aliases.contains(index) { continue }
            faults.add(
                .symbol, "the function `\(function.name.clipped)` is declared and never defined", at: function.span)
        }
        let sharedBytes = checkCalls()
        guard faults.diagnostics.isEmpty else { return CheckResult(module: nil, diagnostics: faults.sorted) }
        let module = CheckedModule(
            version: unit.version, target: target, addressSize: unit.addressSize, variables: variables,
            functions: functions.indices.map { functions[$0].finished(sharedByteCount: sharedBytes[$0]) })
        return CheckResult(module: module, diagnostics: [])
    }

    /// `.version`, `.target` and `.address_size`.
    private mutating func checkHead() {
        if TargetPolicy.isKnown(unit.version) {
            do throws(Fault) {
                _ = try TargetPolicy.architecture(unit.targets, version: unit.version)
            } catch {
                faults.add(error, at: unit.targetSpan)
            }
        } else {
            faults.add(.target, "the version \(unit.version) is not known: 3.0 to 9.9 are", at: unit.versionSpan)
        }
        if unit.addressSize != 64 {
            faults.add(
                .unsupported, "addresses of \(unit.addressSize) bits are not supported: .address_size 64 is",
                at: unit.targetSpan)
        }
    }

    private mutating func check(_ item: TranslationUnit.Item) {
        switch item {
        case .variable(let variable): declareModuleVariable(variable)
        case .function(let function): check(function)
        case .pragma(let texts, let span): checkPragma(texts, at: span)
        case .alias(let name, let original, let span): checkAlias(name, original, at: span)
        case .file, .section: break
        }
    }

    /// A second name for a function. Calls by that name are refused, the declaration alone is harmless.
    private mutating func checkAlias(_ name: String, _ original: String, at span: SourceSpan) {
        guard case .function(let alias) = symbols.declaration(of: name),
            case .function(let function) = symbols.declaration(of: original), functions[function].isDefined,
            !functions[alias].isDefined
        else {
            return faults.add(
                .symbol, ".alias needs a declared function and a defined one: `\(name.clipped)`, `\(original.clipped)`",
                at: span)
        }
        aliases.insert(alias)
    }

    /// Pragmas only advise a compiler; the known ones are ignored.
    mutating func checkPragma(_ texts: [String], at span: SourceSpan) {
        let known: Set<Substring> = [
            "nounroll", "unroll", "used_bytes_mask", "enable_smem_spilling", "frequency", "noinline", "inline",
        ]
        for text in texts {
            let word = text.drop { $0 == "\"" || $0 == " " }.prefix { $0 != " " && $0 != "\"" && $0 != "=" }
            if !known.contains(word) {
                faults.add(.unsupported, "the pragma \"\(text.clipped)\" is not known", at: span)
            }
        }
    }

    /// Counts a variable or parameter; false, with a fault, beyond the limit.
    mutating func countVariable(at span: SourceSpan) -> Bool {
        variableCount += 1
        if variableCount == limits.variables + 1 {
            faults.add(.limit, "more than \(limits.variables) variables in a text", at: span)
        }
        return variableCount <= limits.variables
    }
}
