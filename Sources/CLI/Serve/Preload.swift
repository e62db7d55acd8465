import Foundation
import Logging
import Runtime
import Storage
import Tenancy

/// Deploys a directory of modules at start, so that a new server has something to call.
struct Preload {
    let runtime: Runtime
    let logger: Logger

    /// Files beyond this many are not looked at.
    private static let fileLimit = 1_000

    /// Deploys every `.wasm` and `.wat` file under its base name, unless the newest function of that name already is
    /// this module. A file that cannot be deployed is logged and skipped: it must not keep a server from starting.
    func deploy(from directory: String) async {
        let files: [URL]
        do {
            files = try FileManager.default.contentsOfDirectory(
                at: URL(fileURLWithPath: directory, isDirectory: true), includingPropertiesForKeys: nil)
        } catch {
            return logger.warning("the directory of modules cannot be read", metadata: ["path": "\(directory)"])
        }
        let modules = files.filter { ["wasm", "wat"].contains($0.pathExtension) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        for file in modules.prefix(Self.fileLimit) { await deploy(file) }
    }

    private func deploy(_ file: URL) async {
        let name = file.deletingPathExtension().lastPathComponent
        do {
            let bytes = [UInt8](try Data(contentsOf: file))
            let source = file.pathExtension == "wat" ? ModuleSource.text(bytes) : .binary(bytes)
            let module = try await runtime.read(source)
            let known = try await runtime.functions(tenant: TenantID(0), name: name, limit: 1_000, cursor: nil)
            if known.functions.last?.digest == module.digest { return }
            let record = try await runtime.deploy(name: name, tenant: TenantID(0), module: module)
            logger.info("deployed", metadata: ["name": "\(name)", "id": "\(record.id)"])
        } catch {
            logger.warning("not deployed", metadata: ["name": "\(name)", "reason": "\(error)"])
        }
    }
}
