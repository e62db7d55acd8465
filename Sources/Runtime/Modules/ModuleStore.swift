import Storage
import Synchronization
import Telemetry
import WasmEngine

/// From a module's digest to something instances can be made of: memory, then disk, then the compiler.
///
/// A module is compiled once, however many ask for it at the same time, and its artifact outlives the process.
final class ModuleStore: Sendable {
    private let engine: Engine
    private let linker: Mutex<Linker>
    private let storage: Storage
    private let files: ArtifactFiles
    private let compiler: CompileQueue
    private let metrics: TensorWasmMetrics
    private let state = Mutex(State())

    private struct State {
        var inFlight: [Digest: Task<InstanceTemplate, any Error>] = [:]
        var loaded: [Digest: WeakTemplate] = [:]
    }

    private struct WeakTemplate {
        weak var template: InstanceTemplate?
    }

    init(
        engine: Engine, linker: sending Linker, storage: Storage, compiler: CompileQueue, metrics: TensorWasmMetrics
    ) {
        self.engine = engine
        self.linker = Mutex(linker)
        self.storage = storage
        self.compiler = compiler
        self.metrics = metrics
        files = ArtifactFiles(root: storage.artifactsDirectory, tag: engine.artifactTag)
    }

    /// Makes sure that a module can run: compiles it unless its artifact exists, and checks its imports.
    /// - Returns: the module's exported functions.
    func prepare(_ bytes: [UInt8], digest: Digest) async throws(RuntimeError) -> [ExportedFunction] {
        try await template(for: digest) { bytes }.module.exports
    }

    /// What instances of a deployed module are made of.
    func template(for digest: Digest) async throws(RuntimeError) -> InstanceTemplate {
        try await template(for: digest) { [storage] () async throws(StorageError) in
            try await storage.moduleBytes(digest)
        }
    }

    /// Forgets the artifact of a module that no function uses any more.
    func removeArtifact(_ digest: Digest) { files.remove(digest) }

    private func template(
        for digest: Digest, bytes: @escaping @Sendable () async throws(StorageError) -> [UInt8]
    ) async throws(RuntimeError) -> InstanceTemplate {
        let task = state.withLock { state -> Task<InstanceTemplate, any Error> in
            if let template = state.loaded[digest]?.template { return Task { template } }
            if let task = state.inFlight[digest] { return task }
            let task = Task { [self] in
                defer { self.state.withLock { $0.inFlight[digest] = nil } }
                let template = try await load(digest, bytes)
                remember(template, digest)
                return template
            }
            state.inFlight[digest] = task
            return task
        }
        do {
            return try await task.value
        } catch let error as RuntimeError {
            throw error
        } catch {
            throw .internal("\(error)")
        }
    }

    private func load(
        _ digest: Digest, _ bytes: @Sendable () async throws(StorageError) -> [UInt8]
    ) async throws(RuntimeError) -> InstanceTemplate {
        if let path = files.existing(digest), let module = try? Module.load(artifact: path, engine: engine) {
            metrics.moduleCacheHit(.disk)
            return try link(module)
        }
        let source = try await RuntimeError.awaitingStorage(bytes)
        return try await compiler.run { [self] () throws(RuntimeError) in try compile(source, digest) }
    }

    private func compile(_ bytes: [UInt8], _ digest: Digest) throws(RuntimeError) -> InstanceTemplate {
        let start = EpochTicker.now()
        let artifact = try RuntimeError.fromEngine { () throws(EngineError) in
            let module = try Module.compile(bytes, engine: engine)
            metrics.moduleCompile.observe(nanoseconds: EpochTicker.now() - start)
            metrics.moduleCacheHit(.compile)
            // Checked before anything is written: a module with a missing import leaves nothing behind.
            _ = try linker.withLock { linker throws(EngineError) in try linker.template(for: module) }
            return try module.artifact()
        }
        let path = try RuntimeError.fromStorage { () throws(StorageError) in try files.write(artifact, for: digest) }
        return try link(
            RuntimeError.fromEngine { () throws(EngineError) in try Module.load(artifact: path, engine: engine) })
    }

    private func link(_ module: Module) throws(RuntimeError) -> InstanceTemplate {
        try RuntimeError.fromEngine { () throws(EngineError) in
            try linker.withLock { linker throws(EngineError) in try linker.template(for: module) }
        }
    }

    private func remember(_ template: InstanceTemplate, _ digest: Digest) {
        state.withLock { state in
            state.loaded[digest] = WeakTemplate(template: template)
            // Entries whose module nobody uses cost a few bytes each; they go when they are the majority.
            if state.loaded.count.nonzeroBitCount == 1 {
                state.loaded = state.loaded.filter { $0.value.template != nil }
            }
        }
    }
}
