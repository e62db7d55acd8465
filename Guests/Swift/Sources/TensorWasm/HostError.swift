/// What the host refused, or what went wrong on the device: a code for the program, a message for people.
///
/// ```swift
/// do throws(HostError) {
///     try kernel.enqueue(launch)
/// } catch {
///     error.report("launching")
///     return error.code.rawValue
/// }
/// ```
public struct HostError: Error {
    /// Why, among the reasons that docs/GUEST-ABI.md lists.
    public let code: HostErrorCode
    /// The host's words.
    public let message: HostMessage

    private init(_ code: HostErrorCode) {
        self.code = code
        message = HostMessage()
    }

    /// Throws what a negative answer of the host stands for.
    @discardableResult
    static func check<Answer: SignedInteger & FixedWidthInteger>(_ answer: Answer) throws(HostError) -> Answer {
        guard answer < 0 else { return answer }
        throw HostError(HostErrorCode(rawValue: Int32(clamping: answer)))
    }

    /// Prints `doing: name of the code: the host's message` on standard error.
    public func report(_ doing: StaticString) {
        let stream = OutputStream.errors
        stream.write(doing)
        stream.write(": ")
        stream.write(code.name)
        if message.count > 0 { stream.write(": ") }
        message.withBytes { bytes in _ = stream.write(bytes) }
        stream.write("\n")
    }
}
