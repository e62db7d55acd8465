import Compute
import FoundationEssentials
import Glibc
import GuestInterface
import Runtime
import Settings
import Storage
import WasmEngine

/// A module from a file, ready to be called in this process.
struct LocalModule: Sendable {
    let template: InstanceTemplate
    /// The device, for a module that imports kernels.
    private let compute: ComputeService?

    /// - Parameters:
    ///   - bytes: a module in the binary format or in text format; the first bytes tell which.
    ///   - environment: says which device runs kernels, as for a server; looked at only for a module that imports them.
    /// - Throws: ``CommandError`` when engine or device cannot be made, or the module is refused; `SettingsError` when
    ///   the environment holds a mistake.
    init(_ bytes: [UInt8], environment: [String: String]) throws {
        // One guest at a time; the other sizes are the server's defaults, so that what runs here runs there.
        let configuration = EngineConfiguration(maximumInstances: 1)
        try EngineAddressSpace.check(configuration)
        do throws(EngineError) {
            let engine = try Engine(configuration)
            let linker = Linker(engine: engine)
            try GuestInterface.define(in: linker)
            let binary = ModuleFormat.isBinary(bytes) ? bytes : try ModuleFormat.binary(fromText: bytes)
            let module = try Module.compile(binary, engine: engine)
            template = try linker.template(for: Self.reload(module, engine: engine))
        } catch {
            throw CommandError(error)
        }
        compute = GuestInterface.usesKernels(template.module) ? try Self.makeDevice(environment) : nil
    }

    private static func makeDevice(_ environment: [String: String]) throws -> ComputeService {
        // A local call stores nothing, so it must not fail where the data directory has no default.
        let settings = try LocalSettings.load(
            ["DEVICE", "DISPATCH_PERMITS", "KERNEL_THREADS", "LIMIT_GPU_MEMORY_BYTES_PER_TENANT"],
            flags: ["data-dir": "."], environment: environment)
        return try ComputeService(settings, observer: SilentObserver())
    }

    /// Ends the device's threads, when no call runs any more.
    func close() { compute?.shutDown() }

    /// The same module mapped from a file, as a server runs it: its instances start faster.
    ///
    /// A directory for temporary files that cannot be written is no reason not to run the module as it is.
    private static func reload(_ module: Module, engine: Engine) throws(EngineError) -> Module {
        let folder = ProcessInfo.processInfo.environment["TMPDIR"] ?? "/tmp"
        let name = UInt64.random(in: 0 ... .max)
        let path = "\(folder)/tensor-wasm-\(String(name, radix: 16)).cwasm"
        guard (try? AtomicFile.write(module.artifact(), to: path)) != nil else { return module }
        // The mapping outlives the name.
        defer { unlink(path) }
        return try Module.load(artifact: path, engine: engine)
    }

    /// Chooses the export and converts the arguments to its parameters.
    func prepare(_ options: CallOptions) throws(CommandError) -> LocalCall {
        let arguments = try options.arguments()
        do throws(RuntimeError) {
            let export = try ExportSelection.select(options.export, of: template.module)
            return LocalCall(
                template: template, export: export,
                arguments: try ArgumentConversion.convert(arguments.literals, to: export.type.parameters),
                compute: compute)
        } catch {
            throw CommandError(error)
        }
    }
}
