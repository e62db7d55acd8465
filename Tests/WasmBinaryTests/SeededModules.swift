import TestSupport

@testable import WasmBinary

/// Random modules of every shape the format has. They mean nothing: indices lead anywhere.
struct SeededModules {
    var random: SeededGenerator

    init(seed: some BinaryInteger) { random = SeededGenerator(seed: seed) }

    mutating func module() -> WasmModule {
        var module = WasmModule()
        module.types = list(4) { RecursionGroup($0.list(3) { $0.subType() }) }
        module.imports = list(4) { Import(module: $0.text(), name: $0.text(), item: $0.importItem()) }
        module.functions = list(4) { Function(type: $0.index(), code: $0.code()) }
        module.tables = list(2) { Table($0.tableType(), initial: $0.chance() ? $0.constant() : nil) }
        module.memories = list(2) { $0.memoryType() }
        module.tags = list(2) { $0.index() }
        module.globals = list(3) { Global($0.globalType(), initial: $0.constant()) }
        module.exports = list(3) { Export($0.text(), $0.pick(ExternalKind.allCases), $0.index()) }
        module.start = chance() ? index() : nil
        module.elements = list(4) { $0.elementSegment() }
        module.declaresDataCount = true
        module.data = list(3) { $0.dataSegment() }
        // Only in front: behind a section that is empty they would come back in another place.
        module.customSections = list(2) { CustomSection($0.text(), $0.bytes()[...], behind: nil) }
        return module
    }

    mutating func code() -> FunctionCode {
        var instructions: [Instruction] = []
        var open: [Bool] = []
        for _ in 0..<Int.random(in: 0...30, using: &random) {
            let opcode = pick(Opcode.allCases)
            switch opcode {
            case .end:
                if open.popLast() != nil { instructions.append(.end) }
            case .else:
                if open.last == true {
                    open[open.count - 1] = false
                    instructions.append(Instruction(.else))
                }
            default:
                if opcode.opensBlock { open.append(opcode == .if) }
                instructions.append(Instruction(opcode, immediate(opcode.immediateKind)))
            }
        }
        instructions += open.map { _ in .end }
        return FunctionCode(
            locals: list(3) { LocalRun($0.index() % 1_000, $0.valueType()) }, instructions: instructions)
    }

    mutating func immediate(_ kind: ImmediateKind) -> Immediate {
        switch kind {
        case .none, .reserved: .none
        case .block: .block(blockType())
        case .tryTable: .tryTable(TryTable(blockType(), catches: list(3) { $0.clause() }))
        case .branchTable: .branchTable(BranchTable(targets: list(4) { $0.index() }, fallback: index()))
        case .branchCast:
            .branchCast(BranchCast(label: index(), source: referenceType(), target: referenceType()))
        case .memoryArgument: .memory(memoryArgument())
        case .memoryLane: .memoryLane(memoryArgument(), lane: UInt8.random(in: 0...255, using: &random))
        case .lane: .lane(UInt8.random(in: 0...255, using: &random))
        case .i32: .i32(Int32(truncatingIfNeeded: number()))
        case .i64: .i64(Int64(bitPattern: number()))
        case .f32: .f32(UInt32(truncatingIfNeeded: random.next()))
        case .f64: .f64(random.next())
        case .v128: .v128(Vector128(low: random.next(), high: random.next()))
        case .valueTypes: .types(list(3) { $0.valueType() })
        case .heapType: .heapType(heapType())
        case .label, .function, .type, .local, .global, .table, .memory, .data, .element, .tag: .index(index())
        default: .indices(index(), index())
        }
    }

    mutating func chance() -> Bool { Bool.random(using: &random) }

    mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }

    mutating func list<Element>(_ most: Int, _ element: (inout Self) -> Element) -> [Element] {
        (0..<Int.random(in: 0...most, using: &random)).map { _ in element(&self) }
    }

    /// Numbers of every length.
    mutating func number() -> UInt64 {
        let number = random.next() >> UInt64.random(in: 0...63, using: &random)
        return chance() ? number : ~number
    }

    mutating func index() -> UInt32 {
        UInt32(truncatingIfNeeded: random.next()) >> UInt32.random(in: 0...31, using: &random)
    }

    mutating func text() -> String { pick(["", "a", "memory", "\u{E9}", "e\u{301}", "\u{1F40C}", "a:b"]) }

    mutating func bytes() -> [UInt8] { list(40) { UInt8.random(in: 0...255, using: &$0.random) } }
}
