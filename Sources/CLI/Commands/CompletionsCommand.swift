import ArgumentParser

/// A script that teaches a shell this program's words.
struct CompletionsCommand: ConsoleCommand {
    enum Shell: String, ExpressibleByArgument, CaseIterable {
        case bash
        case zsh
        case fish
    }

    static let configuration = CommandConfiguration(
        commandName: "completions", abstract: "Print a completion script for a shell.")

    @Argument(help: "The shell.")
    var shell: Shell

    func run(in console: Console) async throws { console.output.print(script) }

    var script: String {
        switch shell {
        case .bash: TensorWasm.completionScript(for: .bash)
        case .zsh: TensorWasm.completionScript(for: .zsh)
        case .fish: TensorWasm.completionScript(for: .fish)
        }
    }
}
