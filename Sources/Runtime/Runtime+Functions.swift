import GuestInterface
import Storage
import Tenancy
import WasmEngine

extension Runtime {
    /// Deploys a module under a name. Names need not be unique; the answer's id is.
    ///
    /// When it returns, the function is durable and can be called. When it throws, nothing is left behind.
    /// - Parameter idempotency: under a key that was used before, nothing is deployed and the first answer is returned.
    public func deploy(
        name: String, tenant: TenantID, source: ModuleSource, idempotency: IdempotencyClaim<FunctionRecord>?
    ) async throws(RuntimeError) -> Creation<FunctionRecord> {
        try FunctionName.check(name)
        if let idempotency {
            // Before anything is compiled; the storage decides again when the function is written.
            let known = try await RuntimeError.awaitingStorage { [storage] () async throws(StorageError) in
                try await storage.idempotentAnswer(
                    tenant: tenant, action: idempotency.action, key: idempotency.key,
                    requestDigest: idempotency.requestDigest)
            }
            switch known {
            case .none: break
            case .repeated(let answer): return .repeated(answer: answer)
            case .conflict: return .conflict
            }
        }
        return try await deploy(name: name, tenant: tenant, module: try await read(source), idempotency: idempotency)
    }

    /// Deploys a module under a name, as often as it is asked to.
    public func deploy(
        name: String, tenant: TenantID, source: ModuleSource
    ) async throws(RuntimeError) -> FunctionRecord {
        try FunctionName.check(name)
        return try await deploy(name: name, tenant: tenant, module: try await read(source))
    }

    /// Deploys a module that has been read.
    public func deploy(
        name: String, tenant: TenantID, module: UploadedModule
    ) async throws(RuntimeError) -> FunctionRecord {
        switch try await deploy(name: name, tenant: tenant, module: module, idempotency: nil) {
        case .created(let record): return record
        case .repeated, .conflict: throw .internal("a deployment without a key was taken for a repetition")
        }
    }

    private func deploy(
        name: String, tenant: TenantID, module: UploadedModule, idempotency: IdempotencyClaim<FunctionRecord>?
    ) async throws(RuntimeError) -> Creation<FunctionRecord> {
        try FunctionName.check(name)
        let exports = try await modules.prepare(module.bytes, digest: module.digest)
        let creation: Creation<FunctionRecord>
        do throws(StorageError) {
            creation = try await storage.create(
                name: name, tenant: tenant, module: module.bytes, digest: module.digest,
                exports: exports.map(ExportSignature.init), idempotency: idempotency)
        } catch {
            await removeUnusedArtifact(module.digest)
            throw .storage(error)
        }
        if case .created = creation { metrics.functions.add(1) } else { await removeUnusedArtifact(module.digest) }
        return creation
    }

    /// The artifact was written first; without a function that uses it, it must not stay.
    private func removeUnusedArtifact(_ digest: Digest) async {
        if (try? await storage.isModuleInUse(digest)) == false { modules.removeArtifact(digest) }
    }

    /// The function of that id, if it is the tenant's.
    public func function(_ id: FunctionID, tenant: TenantID) async throws(RuntimeError) -> FunctionRecord {
        let record = try await RuntimeError.awaitingStorage { [storage] () async throws(StorageError) in
            try await storage.function(id)
        }
        guard let record, record.tenant == tenant else { throw .notFound }
        return record
    }

    /// The tenant's functions in the order of their deployment.
    /// - Parameters:
    ///   - name: only functions of exactly that name.
    ///   - limit: 1 to 1000.
    ///   - cursor: from the page before.
    public func functions(
        tenant: TenantID, name: String?, limit: Int, cursor: String?
    ) async throws(RuntimeError) -> FunctionPage {
        try await RuntimeError.awaitingStorage { [storage] () async throws(StorageError) in
            try await storage.functions(tenant: tenant, name: name, limit: limit, cursor: cursor)
        }
    }

    /// Removes a function. Calls that run go on; later ones do not find it.
    public func delete(_ id: FunctionID, tenant: TenantID) async throws(RuntimeError) {
        let record = try await function(id, tenant: tenant)
        let (isDeleted, isModuleInUse) = try await RuntimeError.awaitingStorage {
            [storage] () async throws(StorageError) in
            let isDeleted = try await storage.delete(id, tenant: tenant)
            return (isDeleted, try await storage.isModuleInUse(record.digest))
        }
        functions.remove(id)
        guard isDeleted else { throw .notFound }
        metrics.functions.subtract(1)
        if !isModuleInUse { modules.removeArtifact(record.digest) }
    }

    /// Sets the gauge of deployed functions from what is stored. Once, at start.
    public func countFunctions() async throws(RuntimeError) {
        let count = try await RuntimeError.awaitingStorage { [storage] () async throws(StorageError) in
            try await storage.functionCount()
        }
        metrics.functions.set(Int64(count))
    }

    /// A function that is ready to run; loads or compiles its module when needed.
    func load(_ id: FunctionID, tenant: TenantID) async throws(RuntimeError) -> LoadedFunction {
        let generation = functions.generation()
        let record = try await function(id, tenant: tenant)
        let template = try await modules.template(for: record.digest)
        let function = LoadedFunction(
            record: record, template: template, metrics: metrics.tenant(record.tenant.rawValue),
            memoryBytes: min(
                template.module.maximumMemoryBytes ?? .max, configuration.engine.maximumMemoryBytes),
            weight: configuration.tenantWeights[record.tenant.rawValue] ?? 1,
            usesKernels: GuestInterface.usesKernels(template.module))
        functions.insert(function, loadedIn: generation)
        return function
    }

    /// Brings a module into the binary format, checks its size, and computes its digest.
    ///
    /// On a thread of the compiler: reading a large text and hashing a large module take as long as compiling.
    public func read(_ source: ModuleSource) async throws(RuntimeError) -> UploadedModule {
        let limit = configuration.moduleBytes
        return try await compiler.run { () throws(RuntimeError) in
            let bytes: [UInt8] =
                switch source {
                case .binary(let bytes): bytes
                case .text(let text):
                    try RuntimeError.fromEngine { () throws(EngineError) in
                        try ModuleFormat.binary(fromText: text)
                    }
                }
            guard bytes.count <= limit else { throw .moduleTooLarge(limit: limit) }
            return UploadedModule(bytes: bytes, digest: Digest(of: bytes))
        }
    }
}

extension ExportSignature {
    init(_ function: ExportedFunction) {
        self.init(
            name: function.name, parameters: function.type.parameters.map(\.rawValue),
            results: function.type.results.map(\.rawValue))
    }
}
