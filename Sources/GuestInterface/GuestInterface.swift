import WasmEngine

/// Everything a guest can import.
///
/// A host function costs nothing to a guest that does not import it, so all are offered to all.
public enum GuestInterface {
    /// Offers the whole interface through `linker`: WASI preview 1, `wasi:tensor/host`, `wasi:scheduler/host`,
    /// `wasi:cuda/host`.
    /// - Throws: ``EngineError`` when the engine refuses a definition; only possible when memory runs out.
    public static func define(in linker: Linker) throws(EngineError) {
        try linker.defineWASI()
        try WASIClocks.define(in: linker)
        try WASIOutput.define(in: linker)
        try TensorHost.define(in: linker)
        try SchedulerHost.define(in: linker)
        try CudaHost.define(in: linker)
    }

    /// Whether a module imports kernels: its invocations then need a ``CudaSession``. Without one, every call of
    /// `wasi:cuda/host` answers that no device is available.
    public static func usesKernels(_ module: Module) -> Bool {
        module.imports.contains { CudaHost.modules.contains($0.module) }
    }
}
