import CWasmtime

/// A module with its imports resolved: what a fresh instance is made from. Immutable and thread-safe.
public final class InstanceTemplate: @unchecked Sendable {
    // Unchecked: the C object is immutable and documented as thread-safe.
    let raw: OpaquePointer
    /// The module whose imports are resolved here.
    public let module: Module
    /// Whether instances need a WASI context; making one for every call of a module without WASI would be waste.
    public let usesWASI: Bool

    init(_ raw: OpaquePointer, module: Module) {
        self.raw = raw
        self.module = module
        usesWASI = module.imports.contains { $0.module == "wasi_snapshot_preview1" }
    }

    deinit { wasmtime_instance_pre_delete(raw) }
}
