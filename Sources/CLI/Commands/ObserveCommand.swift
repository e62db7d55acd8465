import ArgumentParser

/// A live board of the server.
struct ObserveCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "observe", abstract: "Show a live board of the server: rates, latencies, tenants, jobs.",
        discussion: """
            Rates and latencies are those between the last two looks at the server's metrics. Requests to probes and \
            those of the board itself are left out. The memory of tenants and instances is what is reserved for them. A terminal is painted over until interrupted; other outputs get one \
            board after the other, with --output json one line each. Instances of all tenants are shown to a token that \
            is for all tenants.
            """)

    @Option(
        help: ArgumentHelp("Time between two looks at the server.", valueName: "seconds"))
    var interval = 2.0

    @Flag(help: "Look twice, print one board and end.")
    var once = false

    @Option(
        help: ArgumentHelp(
            "File with the token that the server's metrics ask for, where it is another one; - is standard input.",
            valueName: "file"),
        completion: .file())
    var metricsTokenFile: String?

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func validate() throws {
        guard ClientLimits.boardInterval.contains(interval) else {
            let range = ClientLimits.boardInterval
            throw ValidationError("--interval must be between \(range.lowerBound) and \(range.upperBound).")
        }
    }

    func run(in console: Console) async throws {
        let token = try metricsTokenFile.map { path throws(CommandError) in
            let token = try TokenText(line: try FileInput.read(path, limit: ClientLimits.tokenFileBytes)).text
            try ServerOptions.check(token)
            return token
        }
        try await ServerClient.with(server, in: console) { client in
            let scraper = Scraper(client: client, metricsToken: token)
            var last = try await scraper.scrape()
            guard !once else {
                try await pause()
                return print(Board(from: last, to: try await scraper.scrape()), client, console)
            }
            var screen = Screen(console.output)
            while !console.output.hasFailed {
                try await pause()
                do throws(CommandError) {
                    let scrape = try await scraper.scrape()
                    let board = Board(from: last, to: scrape)
                    last = scrape
                    if output.output == .text, console.output.isTerminal {
                        screen.paint(board.lines(server: "\(client.connection.address)"), size: Screen.size())
                    } else {
                        print(board, client, console)
                    }
                } catch {
                    // It may be back at the next look; until then the last board stays.
                    console.warn("\(error)")
                }
            }
        }
    }

    private func pause() async throws {
        try await Task.sleep(for: .nanoseconds(Int64(interval * 1e9)))
    }

    private func print(_ board: Board, _ client: ServerClient, _ console: Console) {
        switch output.output {
        case .json: console.output.print(board.json.text)
        case .text:
            let lines = board.lines(server: "\(client.connection.address)")
            console.output.print((lines + (once ? [] : [""])).joined(separator: "\n"))
        }
    }
}
