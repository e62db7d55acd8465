/// What a server says of a call that succeeded: its result and what the guest wrote.
struct CallAnswer {
    let json: JSONValue
    private let result: CallResult

    /// - Throws: ``CommandError`` when the answer has no result.
    init(_ json: JSONValue) throws(CommandError) {
        self.json = json
        result = try CallResult(answer: json)
    }

    /// The guest's output on the streams it wrote to, then the result.
    func show(on console: Console) {
        show("stdout", on: console.output, console)
        show("stderr", on: console.errors, console)
        console.output.print(result.text)
    }

    private func show(_ name: String, on stream: ConsoleStream, _ console: Console) {
        if let text = json[name]?.string {
            let output = GuestOutput(stream)
            output.write(Array(text.utf8))
            output.finish()
        }
        if json[name + "_truncated"]?.isTrue == true { console.warn("the server cut the guest's \(name)") }
    }
}
