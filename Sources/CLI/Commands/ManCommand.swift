import ArgumentParser

/// The manual page of this program.
struct ManCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "man", abstract: "Print the manual page, for `tensor-wasm man | man -l -`.")

    func run(in console: Console) async throws { console.output.print(try ManualPage.text()) }
}
