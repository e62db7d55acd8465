/// The version of this program.
public enum TensorWasmVersion {
    /// As printed by `--version`, without a leading `v` (Semantic Versioning 2.0.0).
    public static let current = "0.1.0"
}
