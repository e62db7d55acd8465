import Runtime
import Storage
import WasmEngine

// The one place where the errors of the rooms below become the public ones.

extension APIError {
    init(_ error: InvokeBodyError) {
        self.init(Kind(rawValue: error.kind) ?? .badRequest, error.message)
    }

    init(_ error: RuntimeError) {
        switch error {
        case .notFound: self.init(.notFound, "there is no such function")
        case .invalidName(let text): self.init(.invalidName, text)
        case .module(let error): self.init(error)
        case .moduleTooLarge(let limit): self.init(.moduleTooLarge, "a module has at most \(limit) bytes")
        case .missingExport(let text): self.init(.missingExport, text)
        case .invalidArguments(let text): self.init(.invalidArguments, text)
        case .unsupportedReturnType(let text): self.init(.unsupportedReturnType, text)
        case .capacityExhausted(let text): self.init(.capacityExhausted, text)
        case .tenantCapacityExhausted(let text): self.init(.tenantCapacityExhausted, text)
        case .trap(let trap):
            // A fault without a name of its own, such as a bad pointer given to WASI, has only the engine's words.
            let fault = trap.kind == .other ? trap.message.prefix { !$0.isNewline } : Substring(trap.kind.rawValue)
            self.init(.wasmtime, "the guest trapped: \(fault)")
            guestFault = .trap(trap)
        case .exit(let code):
            self.init(.wasmtime, "the guest left with code \(code)")
            guestFault = .exit(code: code)
        case .deadlineExceeded: self.init(.invokeTimeout, "the call did not end before its deadline")
        case .cancelled: self.init(.notReady, "the call was cancelled")
        case .storage(let error): self.init(error)
        case .internal(let text):
            self.init(.internal, "the server failed to run the call")
            operatorText = text
        }
    }

    init(_ error: EngineError) {
        switch error.code {
        case .invalidModule, .component:
            self.init(.invalidWasm, error.message)
            moduleOffset = error.offset
        case .missingImport: self.init(.missingImport, error.message)
        case .memoryTooLarge, .tableTooLarge: self.init(.moduleMemoryTooLarge, error.message)
        case .artifactRejected, .wrongLibrary, .unavailable:
            self.init(.internal, "the server failed to load the module")
            operatorText = error.description
        }
    }

    init(_ error: StorageError) {
        switch error.code {
        case .full: self.init(.capacityExhausted, "the server's storage is full")
        case .overloaded: self.init(.capacityExhausted, "the server's storage is busy")
        case .readOnly, .unavailable, .closed, .locked: self.init(.notReady, "the server's storage is not available")
        case .invalidCursor, .invalidLimit: self.init(.badRequest, error.message)
        case .invalidKey: self.init(.badRequest, error.message)
        case .requestTooLarge: self.init(.bodyTooLarge, error.message)
        case .invalidName: self.init(.invalidName, error.message)
        case .moduleTooLarge: self.init(.moduleTooLarge, error.message)
        case .exportsTooLarge: self.init(.invalidWasm, error.message)
        case .notFound: self.init(.notFound, error.message)
        default: self.init(.internal, "the server's storage failed")
        }
        operatorText = "\(error.code.rawValue): \(error.underlying ?? error.message)"
    }
}
