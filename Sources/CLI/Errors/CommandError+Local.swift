import Runtime
import WasmEngine

extension CommandError {
    /// A refusal of a local call, in the kinds of the HTTP API.
    init(_ error: RuntimeError) {
        self =
            switch error {
            case .module(let error): CommandError(error)
            case .missingExport(let text): CommandError(.badInput, kind: "missing_export", text)
            case .invalidArguments(let text): CommandError(.badInput, kind: "invalid_args", text)
            case .unsupportedReturnType(let text):
                CommandError(.badInput, kind: "unsupported_return_type", text)
            default: CommandError(.failure, kind: error.code, "the call could not be made")
            }
    }

    /// A module that the engine refuses, or an engine that cannot be made.
    init(_ error: EngineError) {
        let (code, kind): (Code, String) =
            switch error.code {
            case .invalidModule, .component: (.badInput, "invalid_wasm")
            case .missingImport: (.badInput, "missing_import")
            case .memoryTooLarge, .tableTooLarge: (.badInput, "module_memory_too_large")
            case .artifactRejected, .wrongLibrary, .unavailable: (.failure, error.code.rawValue)
            }
        self.init(code, kind: kind, error.message)
    }

    /// A local call without a result.
    init(_ failure: GuestFailure) {
        self =
            switch failure {
            case .trap(let trap):
                CommandError(.guestFailed, kind: "wasmtime", trap.cause, fault: GuestFault(trap))
            case .exit(let code):
                CommandError(
                    .guestFailed, kind: "wasmtime", "the guest exited with a code other than 0",
                    fault: GuestFault(exitCode: code))
            case .deadlineExceeded:
                CommandError(.guestFailed, kind: "invoke_timeout", "the guest was stopped at its deadline")
            case .cancelled: CommandError(.failure, kind: "cancelled", "the call was cancelled")
            case .instantiation(let text): CommandError(.failure, kind: "internal", text)
            }
    }
}
