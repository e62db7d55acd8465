import ArgumentParser

/// How a command writes its result and its error.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
    /// For people.
    case text
    /// One JSON value on one line, for programs.
    case json
}

struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to write results, and errors on standard error: for people, or as one line of JSON.",
            valueName: "format"))
    var output = OutputFormat.text
}
