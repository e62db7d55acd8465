import Storage
import WasmEngine

extension Runtime {
    /// Deploys a module under a name. Names need not be unique; the answer's id is.
    ///
    /// When it returns, the function is durable and can be called. When it throws, nothing is left behind.
    public func deploy(name: String, tenant: TenantID, source: ModuleSource) async throws(RuntimeError) -> FunctionRecord {
        try FunctionName.check(name)
        let bytes = try await binary(source)
        let digest = Digest(of: bytes)
        let exports = try await modules.prepare(bytes, digest: digest)
        let record = try await RuntimeError.fromStorage { [storage] () async throws(StorageError) in
            try await storage.create(
                name: name, tenant: tenant, module: bytes, digest: digest, exports: exports.map(ExportSignature.init))
        }
        metrics.functions.add(1)
        return record
    }

    /// The function of that id, if it is the tenant's.
    public func function(_ id: FunctionID, tenant: TenantID) async throws(RuntimeError) -> FunctionRecord {
        let record = try await RuntimeError.fromStorage { [storage] () async throws(StorageError) in
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
        try await RuntimeError.fromStorage { [storage] () async throws(StorageError) in
            try await storage.functions(tenant: tenant, name: name, limit: limit, cursor: cursor)
        }
    }

    /// Removes a function. Calls that run go on; later ones do not find it.
    public func delete(_ id: FunctionID, tenant: TenantID) async throws(RuntimeError) {
        let record = try await function(id, tenant: tenant)
        let (isDeleted, isModuleInUse) = try await RuntimeError.fromStorage {
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
        let count = try await RuntimeError.fromStorage { [storage] () async throws(StorageError) in
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
            record: record, template: template, metrics: metrics.tenant(record.tenant.rawValue))
        functions.insert(function, loadedIn: generation)
        return function
    }

    /// The module in the binary format, within the size limit.
    public func binary(_ source: ModuleSource) async throws(RuntimeError) -> [UInt8] {
        let bytes: [UInt8] =
            switch source {
            case .binary(let bytes): bytes
            // Reading a large text takes seconds of processor time, as compiling does.
            case .text(let text):
                try await compiler.run { () throws(RuntimeError) in
                    try RuntimeError.fromEngine { () throws(EngineError) in try ModuleFormat.binary(fromText: text) }
                }
            }
        guard bytes.count <= configuration.moduleBytes else {
            throw .moduleTooLarge(limit: configuration.moduleBytes)
        }
        return bytes
    }
}

extension ExportSignature {
    init(_ function: ExportedFunction) {
        self.init(
            name: function.name, parameters: function.type.parameters.map(\.rawValue),
            results: function.type.results.map(\.rawValue))
    }
}
