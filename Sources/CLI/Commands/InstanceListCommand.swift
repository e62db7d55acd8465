import ArgumentParser

/// A table of live instances.
struct InstanceListCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the calls that run or wait at the moment.")

    @Flag(help: "Those of every tenant; needs a token for all tenants.")
    var allTenants = false

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let (json, instances) = try await ServerClient.with(server, in: console) { client in
            try await client.instances(ofAllTenants: allTenants)
        }
        switch output.output {
        case .json: console.output.print(json.text)
        case .text:
            var table = TextTable(LiveInstance.header)
            let now = UnixTime.milliseconds()
            for instance in instances { table.append(instance.row(now: now)) }
            console.output.print(table.text)
        }
    }
}
