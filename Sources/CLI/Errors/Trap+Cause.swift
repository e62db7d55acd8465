import WasmEngine

extension Trap {
    /// The reason alone.
    ///
    /// The engine's message is an error chain: a backtrace, which ``frames`` tell better, and after `Caused by:` what
    /// happened. A message clipped before that has no reason; the trap's name remains.
    var cause: String {
        guard let marker = message.firstRange(of: "Caused by:\n") else {
            return message.contains("wasm backtrace:") ? "the guest trapped" : message
        }
        let reason = message[marker.upperBound...].split(separator: "\n").joined(separator: " ")
        let words = reason.split(separator: " ").joined(separator: " ")
        return words.hasPrefix("wasm trap: ") ? String(words.dropFirst("wasm trap: ".count)) : words
    }
}
