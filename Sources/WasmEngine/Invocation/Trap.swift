/// A fault of a guest: what happened and where.
public struct Trap: Error, Sendable, Equatable {
    /// The kind of fault, with the name that clients see.
    public enum Kind: String, Sendable {
        case stackOverflow = "stack_overflow"
        case memoryOutOfBounds = "out_of_bounds"
        case heapMisaligned = "heap_misaligned"
        case tableOutOfBounds = "table_out_of_bounds"
        case indirectCallToNull = "indirect_call_to_null"
        case badSignature = "bad_signature"
        case integerOverflow = "integer_overflow"
        case integerDivisionByZero = "integer_division_by_zero"
        case badConversionToInteger = "bad_conversion_to_integer"
        case unreachable
        /// Raised by a host function, or of a kind without a name here; the message tells.
        case other = "trap"

        /// - Parameter code: the number of Wasmtime's C interface (`wasmtime_trap_code_enum`).
        init(code: UInt8) {
            let numbered: [Kind] = [
                .stackOverflow, .memoryOutOfBounds, .heapMisaligned, .tableOutOfBounds, .indirectCallToNull,
                .badSignature, .integerOverflow, .integerDivisionByZero, .badConversionToInteger, .unreachable,
            ]
            self = Int(code) < numbered.count ? numbered[Int(code)] : .other
        }
    }

    /// One function of the guest's stack.
    public struct Frame: Sendable, Equatable {
        /// The function's name from the module, or `func[<index>]`.
        public let function: String
        /// Where in the module's file the instruction stands, in bytes; `nil` where the engine cannot tell.
        public let offset: Int?
    }

    /// What the guest did.
    public let kind: Kind
    /// The engine's text, at most ``messageLimit`` bytes.
    public let message: String
    /// The innermost functions first, at most ``frameLimit``.
    public let frames: [Frame]

    /// Functions of the stack that are kept.
    public static let frameLimit = 20
    /// Bytes of a trap's message that are kept; a stack overflow's text would name every frame.
    public static let messageLimit = 1_024
}
