/// One element of an invocation's `args`, kept as the client wrote it.
///
/// The type an argument becomes is decided by the parameter the export declares, which is not known while the body is
/// read. A number therefore stays its own token: `18446744073709551615` and `0.1` lose nothing on the way to an i64
/// or an f64. Elements that can never become a WebAssembly value are kept too, without their content, so that the
/// refusal can name their index.
public enum ArgumentLiteral: Sendable, Equatable {
    /// A JSON number, exactly as written (RFC 8259 §6), for example `-1`, `2.50` or `1e3`.
    case number(String)
    /// A JSON string with its escapes resolved.
    case string(String)
    /// The literal `null`.
    case null
    /// The literal `true` or `false`.
    case boolean(Bool)
    /// An array; its elements were checked and dropped.
    case array
    /// An object; its members were checked and dropped.
    case object
}
