import WasmEngine

/// Everything a guest can import.
///
/// A host function costs nothing to a guest that does not import it, so all are offered to all.
public enum GuestInterface {
    /// Offers the whole interface through `linker`: WASI preview 1, `wasi:tensor/host`, `wasi:scheduler/host`.
    /// - Throws: ``EngineError`` when the engine refuses a definition; only possible when memory runs out.
    public static func define(in linker: Linker) throws(EngineError) {
        try linker.defineWASI()
        try WASIClocks.define(in: linker)
        try WASIOutput.define(in: linker)
        try TensorHost.define(in: linker)
        try SchedulerHost.define(in: linker)
    }
}
