import Runtime
import WasmEngine

/// An answer that is not a success, in the terms of the public contract.
///
/// ``message`` is for people and never tells a path of the host, an address, a token or another tenant's id.
struct APIError: Error, Sendable {
    /// The stable names that clients act on, and their status.
    enum Kind: String, Sendable, CaseIterable {
        case invalidJSON = "invalid_json"
        case invalidName = "invalid_name"
        case invalidBase64 = "invalid_base64"
        case invalidWasm = "invalid_wasm"
        case missingExport = "missing_export"
        case missingImport = "missing_import"
        case invalidArguments = "invalid_args"
        case tooManyArguments = "too_many_args"
        case unsupportedReturnType = "unsupported_return_type"
        case missingTenant = "missing_tenant"
        case invalidTenant = "invalid_tenant"
        case duplicateTenantHeader = "duplicate_tenant_header"
        case badRequest = "bad_request"
        case unauthorized
        case invalidAuth = "invalid_auth"
        case tenantScopeDenied = "tenant_scope_denied"
        case notFound = "not_found"
        case instanceNotFound = "instance_not_found"
        case methodNotAllowed = "method_not_allowed"
        case requestTimeout = "request_timeout"
        case jobFinished = "job_finished"
        case idempotencyConflict = "idempotency_conflict"
        case bodyTooLarge = "body_too_large"
        case moduleTooLarge = "module_too_large"
        case moduleMemoryTooLarge = "module_memory_too_large"
        case unsupportedMediaType = "unsupported_media_type"
        case hostNotAllowed = "host_not_allowed"
        case rateLimited = "rate_limited"
        case tenantCapacityExhausted = "tenant_capacity_exhausted"
        case wasmtime
        case `internal`
        case capacityExhausted = "capacity_exhausted"
        case notReady = "not_ready"
        case invokeTimeout = "invoke_timeout"

        var status: Int {
            switch self {
            case .invalidJSON, .invalidName, .invalidBase64, .invalidWasm, .missingExport, .missingImport,
                .invalidArguments, .tooManyArguments, .unsupportedReturnType, .missingTenant, .invalidTenant,
                .duplicateTenantHeader, .badRequest:
                400
            case .unauthorized, .invalidAuth: 401
            case .tenantScopeDenied: 403
            case .notFound, .instanceNotFound: 404
            case .methodNotAllowed: 405
            case .requestTimeout: 408
            case .jobFinished, .idempotencyConflict: 409
            case .bodyTooLarge, .moduleTooLarge, .moduleMemoryTooLarge: 413
            case .unsupportedMediaType: 415
            case .hostNotAllowed: 421
            case .rateLimited, .tenantCapacityExhausted: 429
            case .wasmtime, .internal: 500
            case .capacityExhausted, .notReady: 503
            case .invokeTimeout: 504
            }
        }
    }

    let kind: Kind
    let message: String
    /// What a guest's author needs to find the fault.
    var guestFault: GuestFault?
    /// Where in an uploaded module the fault is, in bytes.
    var moduleOffset: Int?
    /// For the operator's log only.
    var operatorText: String?
    /// The methods that are allowed, for `method_not_allowed`.
    var allow: [String] = []
    /// Seconds after which trying again may help, at least 1.
    var retryAfterSeconds: Int?

    init(_ kind: Kind, _ message: String) {
        self.kind = kind
        self.message = message
        if kind == .capacityExhausted || kind == .tenantCapacityExhausted { retryAfterSeconds = 1 }
    }

    /// How a guest ended that did not end well.
    enum GuestFault: Sendable {
        case trap(Trap)
        case exit(code: Int32)
    }
}
