import CWasmtime

/// The WebAssembly engine: compiles modules and hosts their instances in a pool of recycled slots.
///
/// One engine serves a whole process. Creating it reserves address space for every slot (about 4 GiB each), not
/// memory. Safe to use from any thread.
public final class Engine: @unchecked Sendable {
    // Unchecked: the C engine is documented as thread-safe, and the pointer never changes.
    let raw: OpaquePointer
    /// What it was made with.
    public let configuration: EngineConfiguration
    /// Its clock: ends time slices and fires timers.
    public let ticker: EpochTicker

    /// The version of Wasmtime this build is made for.
    public static let wasmtimeVersion = "50.0.1"

    /// Names everything an artifact depends on beside the module's bytes: artifacts of another tag never load.
    public var artifactTag: String { "wasmtime-\(Self.wasmtimeVersion)-\(configuration.tag)" }

    /// - Throws: ``EngineError/Code-swift.enum/wrongLibrary``, or ``EngineError/Code-swift.enum/unavailable`` when the
    ///   system refuses the address space.
    public init(_ configuration: EngineConfiguration = EngineConfiguration()) throws(EngineError) {
        guard tw_wasmtime_is_pinned_version() else {
            throw EngineError(.wrongLibrary, "the loaded Wasmtime library is not version \(Self.wasmtimeVersion)")
        }
        let config = wasm_config_new()
        Self.apply(configuration, to: config)
        guard let raw = wasm_engine_new_with_config(config) else {
            throw EngineError(.unavailable, "the engine could not reserve address space for its instances")
        }
        self.raw = raw
        self.configuration = configuration
        let sendable = UnsafeSendable(raw)
        // The ticker holds the pointer only while this engine lives: `deinit` stops it first.
        ticker = EpochTicker { wasmtime_engine_increment_epoch(sendable.value) }
    }

    deinit {
        ticker.stop()
        wasm_engine_delete(raw)
    }

    private static func apply(_ configuration: EngineConfiguration, to config: OpaquePointer) {
        wasmtime_config_epoch_interruption_set(config, true)
        wasmtime_config_max_wasm_stack_set(config, configuration.guestStackBytes)
        wasmtime_config_async_stack_size_set(
            config, configuration.guestStackBytes + EngineConfiguration.hostStackBytes)
        wasmtime_config_memory_init_cow_set(config, true)
        wasmtime_config_parallel_compilation_set(config, false)
        // What is not needed is off: each proposal is code of the compiler's that hostile modules reach. Shared
        // memories cannot live in the pool; 64-bit ones bring sizes that no limit of ours describes; collected
        // references cannot cross the host's interface. Exceptions are collected objects: compiling them without a
        // collector ends the process, so they must never be on while it is off.
        wasmtime_config_wasm_threads_set(config, false)
        wasmtime_config_wasm_memory64_set(config, false)
        wasmtime_config_wasm_gc_set(config, false)
        wasmtime_config_gc_support_set(config, false)
        wasmtime_config_wasm_exceptions_set(config, false)
        wasmtime_config_wasm_stack_switching_set(config, false)
        wasmtime_config_wasm_custom_page_sizes_set(config, false)
        wasmtime_config_wasm_component_model_set(config, false)

        let pool = wasmtime_pooling_allocation_config_new()
        let slots = UInt32(clamping: configuration.maximumInstances)
        wasmtime_pooling_allocation_config_total_core_instances_set(pool, slots)
        wasmtime_pooling_allocation_config_total_memories_set(pool, slots)
        wasmtime_pooling_allocation_config_total_tables_set(pool, slots)
        wasmtime_pooling_allocation_config_total_stacks_set(pool, slots)
        wasmtime_pooling_allocation_config_max_memories_per_module_set(pool, 1)
        wasmtime_pooling_allocation_config_max_tables_per_module_set(pool, 1)
        wasmtime_pooling_allocation_config_max_memory_size_set(pool, configuration.maximumMemoryBytes)
        wasmtime_pooling_allocation_config_table_elements_set(pool, configuration.maximumTableElements)
        wasmtime_pooling_allocation_config_linear_memory_keep_resident_set(pool, EngineConfiguration.residentBytes)
        wasmtime_pooling_allocation_config_table_keep_resident_set(pool, EngineConfiguration.residentBytes)
        wasmtime_pooling_allocation_config_async_stack_keep_resident_set(pool, EngineConfiguration.residentBytes)
        wasmtime_pooling_allocation_strategy_set(config, pool)
        wasmtime_pooling_allocation_config_delete(pool)
    }
}

/// Carries a C pointer into a closure of another thread where the surrounding code guarantees its lifetime.
struct UnsafeSendable<Value>: @unchecked Sendable {
    // Unchecked: every use states beside it why the pointer is valid there.
    let value: Value
    init(_ value: Value) { self.value = value }
}
