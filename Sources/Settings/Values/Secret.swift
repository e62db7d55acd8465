/// A value that must not appear in logs, error texts or the output of `tensor-wasm config`.
///
/// Printing, interpolating, dumping or mirroring it shows ``mask`` only; the text is reached by name.
public struct Secret: Sendable, Equatable {
    /// What stands in place of every secret that is set, whatever its length.
    public static let mask = "••••"

    /// The secret itself. Compare it with a received value in constant time only.
    public let text: String

    init(_ text: String) {
        self.text = text
    }
}

extension Secret: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The mask.
    public var description: String { Self.mask }
    /// The mask.
    public var debugDescription: String { Self.mask }
    /// A mirror without children, because `dump` would otherwise print the stored text.
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
