import CWasmtime

/// A compiled module. Immutable and safe to share between threads.
public final class Module: @unchecked Sendable {
    // Unchecked: the C module is reference-counted, immutable and documented as thread-safe.
    let raw: OpaquePointer
    /// Kept so that the engine outlives everything compiled by it.
    let engine: Engine
    /// The functions it exports, in the module's order.
    public let exports: [ExportedFunction]
    /// What it imports, in the module's order.
    public let imports: [Import]
    /// Whether it exports a linear memory named `memory`, which host functions with pointers need.
    public let exportsMemory: Bool
    /// What its exported memory declares that it grows to at most, in bytes; `nil` when it declares nothing, or exports
    /// no memory.
    public let maximumMemoryBytes: Int?

    private init(_ raw: OpaquePointer, engine: Engine) {
        self.raw = raw
        self.engine = engine
        (exports, exportsMemory, maximumMemoryBytes) = Self.readExports(raw)
        imports = Self.readImports(raw)
    }

    deinit { wasmtime_module_delete(raw) }

    /// The exported function of that name.
    public func export(named name: String) -> ExportedFunction? { exports.first { $0.name == name } }

    /// Compiles a module. Takes from milliseconds to seconds of one core and cannot be interrupted: call it from a
    /// thread made for it.
    /// - Parameter bytes: a module in the binary format.
    /// - Throws: the ``EngineError`` that tells why the module is refused.
    public static func compile(_ bytes: [UInt8], engine: Engine) throws(EngineError) -> Module {
        if ModuleFormat.isComponent(bytes) {
            throw EngineError(
                .component, "this is a WebAssembly component; only core modules can be deployed so far")
        }
        guard ModuleFormat.isBinary(bytes) else {
            throw EngineError(
                .invalidModule, "the file does not begin with the magic number of a WebAssembly module", offset: 0)
        }
        var module: OpaquePointer?
        if let error = wasmtime_module_new(engine.raw, bytes, bytes.count, &module) {
            throw ModuleFormat.classify(message(taking: error))
        }
        guard let module else { throw EngineError(.invalidModule, "the compiler returned no module") }
        return Module(module, engine: engine)
    }

    /// Maps an artifact that ``artifact()`` made.
    ///
    /// The file is native code: it must be one that this server wrote itself, which the caller ensures.
    /// - Throws: ``EngineError/Code-swift.enum/artifactRejected``.
    public static func load(artifact path: String, engine: Engine) throws(EngineError) -> Module {
        var module: OpaquePointer?
        if let error = wasmtime_module_deserialize_file(engine.raw, path, &module) {
            throw EngineError(.artifactRejected, message(taking: error))
        }
        guard let module else { throw EngineError(.artifactRejected, "the artifact holds no module") }
        return Module(module, engine: engine)
    }

    /// The compiled code, to be written to a file and mapped by ``load(artifact:engine:)``.
    ///
    /// An instance of a mapped module starts 500 times faster than the first one of a module just compiled, because
    /// its memory image is shared copy-on-write.
    public func artifact() throws(EngineError) -> [UInt8] {
        var bytes = wasm_byte_vec_t()
        if let error = wasmtime_module_serialize(raw, &bytes) {
            throw EngineError(.artifactRejected, message(taking: error))
        }
        defer { wasm_byte_vec_delete(&bytes) }
        return Array(UnsafeRawBufferPointer(start: bytes.data, count: bytes.size))
    }

    private static func readExports(_ module: OpaquePointer) -> ([ExportedFunction], Bool, Int?) {
        var list = wasm_exporttype_vec_t()
        wasmtime_module_exports(module, &list)
        defer { wasm_exporttype_vec_delete(&list) }
        guard let data = list.data else { return ([], false, nil) }
        let reader = TypeReader()
        var functions: [ExportedFunction] = []
        var hasMemory = false
        var maximumBytes: Int?
        for index in 0..<list.size {
            let name = String(wasm_exporttype_name(data[index]).pointee)
            let type = wasm_exporttype_type(data[index])
            if let function = wasm_externtype_as_functype_const(type) {
                functions.append(ExportedFunction(name: name, type: reader.read(function)))
            } else if wasm_externtype_kind(type) == TW_EXTERN_MEMORY, name == "memory" {
                hasMemory = true
                maximumBytes = wasm_externtype_as_memorytype_const(type).flatMap(Self.maximumBytes)
            }
        }
        return (functions, hasMemory, maximumBytes)
    }

    private static func maximumBytes(_ type: OpaquePointer) -> Int? {
        var pages: UInt64 = 0
        guard wasmtime_memorytype_maximum(type, &pages) else { return nil }
        return Int(clamping: pages.multipliedReportingOverflow(by: pageBytes).partialValue)
    }

    /// The unit in which memories are declared (WebAssembly core specification, section 4.2.8).
    private static let pageBytes: UInt64 = 65_536

    private static func readImports(_ module: OpaquePointer) -> [Import] {
        var list = wasm_importtype_vec_t()
        wasmtime_module_imports(module, &list)
        defer { wasm_importtype_vec_delete(&list) }
        guard let data = list.data else { return [] }
        return (0..<list.size).map { index in
            Import(
                module: String(wasm_importtype_module(data[index]).pointee),
                name: String(wasm_importtype_name(data[index]).pointee))
        }
    }
}

/// A function that a module exports.
public struct ExportedFunction: Sendable, Equatable {
    /// The export's name.
    public let name: String
    /// Its parameters and results.
    public let type: FunctionType
}

/// Something that a module needs from its host.
public struct Import: Sendable, Equatable, Hashable {
    /// The name of the module it is expected from, such as `wasi_snapshot_preview1`.
    public let module: String
    /// Its name within that module.
    public let name: String

    /// Makes an import of its two names.
    public init(module: String, name: String) {
        self.module = module
        self.name = name
    }
}
