import CWasmtime

/// The functions a host offers to guests, by module and name.
///
/// Fill it at start, then make one ``InstanceTemplate`` per module. Not safe to change from two threads.
public final class Linker {
    private let raw: OpaquePointer
    private let engine: Engine

    /// Makes a linker that offers nothing yet.
    public init(engine: Engine) {
        self.engine = engine
        raw = wasmtime_linker_new(engine.raw)
        // Later definitions replace earlier ones, so that single WASI functions can be ours.
        wasmtime_linker_allow_shadowing(raw, true)
    }

    deinit { wasmtime_linker_delete(raw) }

    /// Offers WASI preview 1 under `wasi_snapshot_preview1`. Each call brings its own ``GuestStreams``.
    public func defineWASI() throws(EngineError) {
        if let error = wasmtime_linker_define_wasi(raw) {
            throw EngineError(.unavailable, message(taking: error))
        }
    }

    /// Offers a function that returns at once.
    /// - Parameters:
    ///   - type: at most the four number types; its results are what `body` returns through the call.
    ///   - body: runs on the guest's thread, several at a time for different guests.
    public func define(
        _ name: Import, _ type: FunctionType, _ body: @escaping @Sendable (inout HostCall) -> Void
    ) throws(EngineError) {
        let environment = Unmanaged.passRetained(HostFunction(body: body)).toOpaque()
        try define(name, type) { functionType in
            wasmtime_linker_define_func_unchecked(
                raw, name.module, name.module.utf8.count, name.name, name.name.utf8.count, functionType,
                { environment, caller, slots, count in
                    // Sound: the environment is the `HostFunction` retained above until the finalizer runs, and the
                    // engine passes `count` slots for the parameters and results of the type given with it.
                    guard let environment else { return nil }
                    return Unmanaged<HostFunction>.fromOpaque(environment)._withUnsafeGuaranteedRef { function in
                        var call = HostCall(
                            caller: caller, slots: UnsafeMutableBufferPointer(start: slots, count: count))
                        function.body(&call)
                        return call.takeTrap()
                    }
                }, environment, { Unmanaged<HostFunction>.fromOpaque($0!).release() })
        }
    }

    /// Offers a function that may suspend its guest: others use the thread meanwhile.
    /// - Parameters:
    ///   - type: number types, with exactly one result.
    ///   - body: starts the operation. It returns a value at once, or a ``Suspension`` that it resumes later.
    public func defineSuspending(
        _ name: Import, _ type: FunctionType,
        _ body: @escaping @Sendable (borrowing SuspendingHostCall) -> HostAnswer
    ) throws(EngineError) {
        guard type.results.count == 1 else {
            preconditionFailure("\(name.module) \(name.name): a suspending function has one result")
        }
        let function = SuspendingHostFunction(result: type.results[0], body: body)
        let environment = Unmanaged.passRetained(function).toOpaque()
        try define(name, type) { functionType in
            wasmtime_linker_define_async_func(
                raw, name.module, name.module.utf8.count, name.name, name.name.utf8.count, functionType,
                { environment, caller, arguments, count, results, _, _, continuation in
                    // Sound: as above; arguments and results live until the continuation has answered `true`.
                    guard let environment, let results else { return }
                    Unmanaged<SuspendingHostFunction>.fromOpaque(environment)._withUnsafeGuaranteedRef { function in
                        let call = SuspendingHostCall(
                            caller: caller, arguments: UnsafeBufferPointer(start: arguments, count: count))
                        switch function.body(call) {
                        case .value(let value):
                            results[0] = value.raw(as: function.result)
                            // The engine insists on a continuation, also for an answer that is already there.
                            continuation.pointee.callback = { _ in true }
                        case .suspend(let suspension):
                            suspension.install(
                                in: continuation, results: results, type: function.result, of: call.invocation)
                        }
                    }
                }, environment, { Unmanaged<SuspendingHostFunction>.fromOpaque($0!).release() })
        }
    }

    /// Checks a module's imports against what is offered and prepares its instances.
    /// - Throws: ``EngineError/Code-swift.enum/missingImport`` naming the first import that nobody offers or that
    ///   has another type.
    public func template(for module: Module) throws(EngineError) -> InstanceTemplate {
        if let missing = firstMissing(of: module.imports) {
            throw EngineError(
                .missingImport, "the module imports \(missing.module) \(missing.name), which is not offered")
        }
        var template: OpaquePointer?
        if let error = wasmtime_linker_instantiate_pre(raw, module.raw, &template) {
            throw EngineError(.missingImport, message(taking: error))
        }
        guard let template else { throw EngineError(.missingImport, "the imports could not be resolved") }
        return InstanceTemplate(template, module: module)
    }

    private func firstMissing(of imports: [Import]) -> Import? {
        let store = wasmtime_store_new(engine.raw, nil, nil)
        defer { wasmtime_store_delete(store) }
        let context = wasmtime_store_context(store)
        var found = wasmtime_extern_t()
        return imports.first { name in
            !wasmtime_linker_get(
                raw, context, name.module, name.module.utf8.count, name.name, name.name.utf8.count, &found)
        }
    }

    private func define(
        _ name: Import, _ type: FunctionType, _ add: (OpaquePointer) -> OpaquePointer?
    ) throws(EngineError) {
        guard let functionType = type.makeRaw() else {
            preconditionFailure("\(name.module) \(name.name): host functions take and return numbers only")
        }
        defer { wasm_functype_delete(functionType) }
        if let error = add(functionType) { throw EngineError(.unavailable, message(taking: error)) }
    }

    private final class HostFunction: Sendable {
        let body: @Sendable (inout HostCall) -> Void
        init(body: @escaping @Sendable (inout HostCall) -> Void) { self.body = body }
    }

    private final class SuspendingHostFunction: Sendable {
        let result: ValueType
        let body: @Sendable (borrowing SuspendingHostCall) -> HostAnswer

        init(result: ValueType, body: @escaping @Sendable (borrowing SuspendingHostCall) -> HostAnswer) {
            self.result = result
            self.body = body
        }
    }
}
