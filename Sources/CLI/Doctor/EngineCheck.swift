import GuestInterface
import WasmEngine

/// Whether the engine's library loads, is the pinned version, and gets the address space it asks for.
enum EngineCheck {
    private static let name = "engine"

    /// - Parameter hasAddressSpace: false when making an engine would end the process.
    static func run(_ configuration: EngineConfiguration, hasAddressSpace: Bool) -> CheckResult {
        guard hasAddressSpace else {
            return .fail(name, "not tried, because the address space is limited", advice: "see \"address space\"")
        }
        do throws(EngineError) {
            let engine = try Engine(configuration)
            try GuestInterface.define(in: Linker(engine: engine))
            return .ok(name, "Wasmtime \(Engine.wasmtimeVersion), \(configuration.maximumInstances) instances")
        } catch {
            let advice =
                error.code == .wrongLibrary
                ? "install the library that came with this program" : "see \"address space\" and \"overcommit\""
            return .fail(name, error.message, advice: advice)
        }
    }
}
