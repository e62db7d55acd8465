/// Reads the body of an invocation straight from the bytes of the request.
///
/// This runs on every call of a function, so it builds no tree: known fields are taken as they pass, the rest is
/// checked and skipped. The whole text must be JSON (RFC 8259) with at most 64 nested containers; unknown fields are
/// ignored; of several fields with the same name the last one counts; `null` counts as absent.
///
/// ```swift
/// let body = try InvokeBodyParser.parse(buffer.readableBytesUInt8Span)
/// ```
public enum InvokeBodyParser {
    /// The most elements `args` may have.
    public static let maximumArguments = 256

    /// Reads one body. A body that is empty or only whitespace means `{}`.
    ///
    /// Time and memory are linear in the number of bytes; of more than ``maximumArguments`` arguments the surplus is
    /// counted but not stored. The number of bytes is for the caller to limit.
    ///
    /// - Parameter text: the whole body.
    /// - Throws: ``InvokeBodyError``, naming the byte, the field or the limit.
    public static func parse(_ text: Span<UInt8>) throws(InvokeBodyError) -> InvokeBody {
        var fields = InvokeBodyFields()
        do throws(JSONSyntaxError) {
            try fields.read(text)
        } catch {
            throw InvokeBodyError(error)
        }
        return try fields.body()
    }
}
