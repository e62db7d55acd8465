import ArgumentParser

/// The command line program `tensor-wasm`: its root, which only dispatches to subcommands.
///
/// ```swift
/// await TensorWasm.runMain()
/// ```
public struct TensorWasm: AsyncParsableCommand {
    /// Every subcommand, in the order of the help text.
    static let commands: [any ParsableCommand.Type] = [
        ServeCommand.self,
        RunCommand.self,
        DeployCommand.self,
        FunctionsCommand.self,
        InvokeCommand.self,
        JobsCommand.self,
        BenchCommand.self,
        KernelCommand.self,
        MetricsCommand.self,
        ObserveCommand.self,
        AdminCommand.self,
        TokenCommand.self,
        BackupCommand.self,
        RestoreCommand.self,
        ConfigCommand.self,
        DoctorCommand.self,
        CompletionsCommand.self,
        ManCommand.self,
    ]

    /// Name, help and subcommands.
    public static let configuration = CommandConfiguration(
        commandName: "tensor-wasm",
        abstract: "Run untrusted WebAssembly functions, on this machine or behind an HTTP gateway.",
        discussion: """
            Exit status: 0 success; 1 failure; 2 bad input or usage; 3 not offered by the server; 4 the guest trapped, \
            exited with a code other than 0, or ran out of time.
            """,
        version: TensorWasmVersion.current,
        subcommands: commands)

    /// Made by the argument parser.
    public init() {}
}
