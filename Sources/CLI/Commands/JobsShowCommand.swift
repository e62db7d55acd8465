import ArgumentParser

/// Everything known of one job.
struct JobsShowCommand: ConsoleCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: "Show one job with its result.")

    @Argument(help: "Id of the job.")
    var job: RecordID

    @OptionGroup var server: ServerOptions
    @OptionGroup var output: OutputOptions

    var outputFormat: OutputFormat { output.output }

    func run(in console: Console) async throws {
        let record = try await ServerClient.with(server, in: console) { try await $0.job(job) }
        switch output.output {
        case .json: console.output.print(record.text)
        case .text: console.output.print(lines(record))
        }
    }

    private func lines(_ record: JSONValue) -> String {
        guard case .members(let members) = record else { return record.text }
        let width = (members.map { label($0.name).count }.max() ?? 0) + 2
        return members.map { member in
            let padding = String(repeating: " ", count: width - label(member.name).count)
            return label(member.name) + padding + value(member)
        }.joined(separator: "\n")
    }

    /// Without the unit, which the value shows.
    private func label(_ name: String) -> String {
        name.hasSuffix("_unix_ms") ? String(name.dropLast("_unix_ms".count)) : name
    }

    private func value(_ member: JSONValue.Member) -> String {
        member.name.hasSuffix("_unix_ms") ? JobTime.text(member.value) : member.value.string ?? member.value.text
    }
}
