/// What an audited call does; the values of `action`.
///
/// Only calls that change something, or would have if they had not been refused, are audited.
public enum AuditAction: String, Sendable, CaseIterable {
    /// A module is deployed.
    case createFunction = "create_function"
    /// A function is deleted.
    case deleteFunction = "delete_function"
    /// A function is called, and the client waits for the result.
    case invokeFunction = "invoke_function"
    /// A function is called as a job.
    case invokeFunctionAsync = "invoke_function_async"
    /// A function is called, and the client reads what it emits.
    case invokeFunctionStream = "invoke_function_stream"
    /// A job is cancelled.
    case cancelJob = "cancel_job"
    /// An operator ends a living instance.
    case terminateInstance = "terminate_instance"
    /// The server reads its tokens, keys and certificates again.
    case reloadConfiguration = "reload_configuration"
}
