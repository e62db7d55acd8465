import GuestInterface
import Runtime
import WasmEngine

/// A module from a file, ready to be called in this process.
struct LocalModule: Sendable {
    let template: InstanceTemplate

    /// - Parameter bytes: a module in the binary format or in text format; the first bytes tell which.
    /// - Throws: ``CommandError`` when the engine cannot be made or refuses the module.
    init(_ bytes: [UInt8]) throws(CommandError) {
        // One guest at a time; the other sizes are the server's defaults, so that what runs here runs there.
        let configuration = EngineConfiguration(maximumInstances: 1)
        try EngineAddressSpace.check(configuration)
        do throws(EngineError) {
            let engine = try Engine(configuration)
            let linker = Linker(engine: engine)
            try GuestInterface.define(in: linker)
            let binary = ModuleFormat.isBinary(bytes) ? bytes : try ModuleFormat.binary(fromText: bytes)
            template = try linker.template(for: Module.compile(binary, engine: engine))
        } catch {
            throw CommandError(error)
        }
    }

    /// Chooses the export and converts the arguments to its parameters.
    func prepare(_ options: CallOptions) throws(CommandError) -> LocalCall {
        let arguments = try options.arguments()
        do throws(RuntimeError) {
            let export = try ExportSelection.select(options.export, of: template.module)
            return LocalCall(
                template: template, export: export,
                arguments: try ArgumentConversion.convert(arguments.literals, to: export.type.parameters))
        } catch {
            throw CommandError(error)
        }
    }
}
