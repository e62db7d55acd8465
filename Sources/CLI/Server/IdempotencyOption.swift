import ArgumentParser
import Settings

/// A key under which the server carries a request out once.
struct IdempotencyOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Carry this out once: the same key with the same request gets the first answer again, for a day.",
            valueName: "key"))
    var idempotencyKey: String?

    func validate() throws {
        guard let key = idempotencyKey else { return }
        let isVisible = key.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard isVisible, (1...FixedLimits.idempotencyKeyBytes.value).contains(key.utf8.count) else {
            throw ValidationError(
                "--idempotency-key must have 1 to \(FixedLimits.idempotencyKeyBytes.value) visible ASCII characters.")
        }
    }

    /// The field of the request, if there is one.
    var headers: [(String, String)] { idempotencyKey.map { [("Idempotency-Key", $0)] } ?? [] }
}
