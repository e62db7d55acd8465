/// Every opcode with its name in the text format and the immediates that follow it: the one place that knows them.
struct OpcodeTable: Sendable {
    /// Opcodes that follow one another and have immediates of the same kind.
    struct Run: Sendable {
        /// The raw value of the first.
        let first: UInt16
        let immediates: ImmediateKind
        /// The names, separated by spaces.
        let mnemonics: String

        init(_ first: UInt16, _ immediates: ImmediateKind, _ mnemonics: String) {
            self.first = first
            self.immediates = immediates
            self.mnemonics = mnemonics
        }
    }

    struct Entry: Sendable {
        let opcode: Opcode
        let immediates: ImmediateKind
    }

    static let shared = OpcodeTable()

    /// Codes behind one prefix, and without one: enough for every number in use.
    private static let pageSize = 512
    private static let prefixes: ClosedRange<UInt8> = 0xFB...0xFE

    private var entries: [Entry?]
    private var mnemonics: [String]

    private init() {
        entries = Array(repeating: nil, count: Self.pageSize * (1 + Self.prefixes.count))
        mnemonics = Array(repeating: "", count: entries.count)
        for run in Self.scalarRuns + Self.vectorRuns {
            for (offset, mnemonic) in run.mnemonics.split(separator: " ").enumerated() {
                let raw = run.first + UInt16(offset)
                guard let opcode = Opcode(rawValue: raw) else { continue }
                entries[Self.place(of: raw)] = Entry(opcode: opcode, immediates: run.immediates)
                mnemonics[Self.place(of: raw)] = String(mnemonic)
            }
        }
    }

    /// Whether a byte is the first of several.
    @inline(__always)
    static func isPrefix(_ byte: UInt8) -> Bool { prefixes.contains(byte) }

    /// What a single byte stands for.
    @inline(__always)
    func entry(_ byte: UInt8) -> Entry? { entries[Int(byte)] }

    /// What a number behind a prefix stands for.
    func entry(prefix: UInt8, _ code: UInt32) -> Entry? {
        guard code < UInt32(Self.pageSize) else { return nil }
        return entries[Self.pageSize * (1 + Int(prefix - Self.prefixes.lowerBound)) + Int(code)]
    }

    func entry(_ opcode: Opcode) -> Entry? { entries[Self.place(of: opcode.rawValue)] }

    func mnemonic(_ opcode: Opcode) -> String { mnemonics[Self.place(of: opcode.rawValue)] }

    private static func place(of raw: UInt16) -> Int {
        let page = Int(raw >> 12)
        guard page > 0 else { return Int(raw) }
        return pageSize * (1 + page - Int(prefixes.lowerBound & 0x0F)) + Int(raw & 0x0FFF)
    }
}

extension Opcode {
    /// Its name in the text format; ``selectTyped``, ``refTestNull`` and ``refCastNull`` have names of their own here.
    public var mnemonic: String { OpcodeTable.shared.mnemonic(self) }

    /// What follows it.
    public var immediateKind: ImmediateKind { OpcodeTable.shared.entry(self)?.immediates ?? .none }

    /// Whether an ``end`` belongs to it.
    public var opensBlock: Bool {
        switch self {
        case .block, .loop, .if, .tryTable: true
        default: false
        }
    }
}
