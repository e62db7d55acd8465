/// A command that a document shows, with the output it shows below.
struct ConsoleStep {
    /// Of the command, counted from 1.
    let line: Int
    var command: String
    var output: [String] = []
}

/// The `console` blocks of a Markdown document: `$ ` begins a command, `> ` continues it, other lines are output.
enum ConsoleSteps {
    static func read(_ text: String) -> [ConsoleStep] {
        var steps: [ConsoleStep] = []
        var isInside = false
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.hasPrefix("```") {
                isInside = line == "```console"
            } else if isInside {
                add(line, number: index + 1, to: &steps)
            }
        }
        return steps
    }

    private static func add(_ line: Substring, number: Int, to steps: inout [ConsoleStep]) {
        if line.hasPrefix("$ ") {
            steps.append(ConsoleStep(line: number, command: String(line.dropFirst(2))))
        } else if var step = steps.popLast() {
            if step.output.isEmpty, line.hasPrefix("> ") || line == ">" {
                step.command += "\n" + line.dropFirst(2)
            } else {
                step.output.append(String(line))
            }
            steps.append(step)
        }
    }
}
