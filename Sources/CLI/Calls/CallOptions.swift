import ArgumentParser

/// Which export a call runs, with what.
struct CallOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Export to call; without it _start, else main.", valueName: "name"))
    var export: String?

    @Option(
        help: ArgumentHelp(
            "Arguments as a JSON array, for example '[2, 40]'. 64-bit integers keep their value.", valueName: "json"))
    var args: String?

    /// The arguments, checked as far as they can be without the export.
    func arguments() throws(CommandError) -> CallArguments { try CallArguments(args ?? "[]") }
}
