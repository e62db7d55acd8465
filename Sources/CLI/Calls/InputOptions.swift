import ArgumentParser

/// What a call reads, and how long it may take.
struct InputOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Text the guest reads as its input and standard input.", valueName: "text"))
    var input: String?

    @Option(
        help: ArgumentHelp(
            "File the guest reads as its input and standard input; - is standard input.", valueName: "file"),
        completion: .file())
    var inputFile: String?

    @Option(help: ArgumentHelp("Stop the call after this many milliseconds.", valueName: "ms"))
    var deadlineMs: UInt64?

    func validate() throws {
        if input != nil, inputFile != nil {
            throw ValidationError("Give --input or --input-file, not both.")
        }
        if let deadlineMs, !(1...ClientLimits.deadlineMilliseconds).contains(deadlineMs) {
            throw ValidationError("--deadline-ms must be between 1 and \(ClientLimits.deadlineMilliseconds).")
        }
    }

    /// - Returns: `nil` when neither option was given.
    func bytes() throws(CommandError) -> [UInt8]? {
        if let inputFile { return try FileInput.read(inputFile, limit: ClientLimits.inputBytes) }
        return input.map { Array($0.utf8) }
    }
}
