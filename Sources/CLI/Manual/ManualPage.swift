import ArgumentParser

/// The manual page, made from the command tree so that it cannot fall behind the program.
enum ManualPage {
    /// The page in the macros of man(7).
    static func text() throws(CommandError) -> String {
        // The argument parser describes its tree as JSON, with a version; only fields of version 0 are used.
        guard let root = (try? JSONReader.read(Array(TensorWasm._dumpHelp().utf8)))?["command"] else {
            throw CommandError(.failure, kind: "internal", "the command tree could not be read")
        }
        let name = "tensor-wasm"
        var page = [
            ".TH TENSOR\\-WASM 1 \"\" " + RoffText.argument("\(name) \(TensorWasmVersion.current)")
                + " \"User Commands\"",
            ".SH NAME", RoffText.inline("\(name) - \(summary(of: root))"),
            ".SH SYNOPSIS", "\\fB\(RoffText.inline(name))\\fR \\fIcommand\\fR [\\fIoptions\\fR]",
            ".SH COMMANDS",
        ]
        for command in ManualCommand(root).descendants { page += command.section }
        page += exitStatus + environment
        return page.joined(separator: "\n") + "\n"
    }

    /// Without the full stop, which this section does not have.
    private static func summary(of root: JSONValue) -> String {
        let text = ManualCommand(root).abstract
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    private static let exitStatus = list(
        "EXIT STATUS",
        [
            ("0", "Success."), ("1", "The command could not do its work."), ("2", "Bad input or usage."),
            ("3", "The server does not offer what was asked for."),
            ("4", "The guest trapped, exited with a code other than 0, or ran out of time."),
        ])

    private static let environment = list(
        "ENVIRONMENT",
        [
            ("TENSOR_WASM_SERVER", "Base URL of the server, for the client commands."),
            ("TENSOR_WASM_TOKEN", "Bearer token of the client commands."),
            ("TENSOR_WASM_CONFIG", "Configuration file of the server."),
            ("TENSOR_WASM_*", "Settings of the server, as printed by `tensor-wasm config`."),
        ])

    private static func list(_ title: String, _ items: [(String, String)]) -> [String] {
        [".SH " + RoffText.argument(title)]
            + items.flatMap { [".TP", "\\fB\(RoffText.inline($0.0))\\fR", RoffText.body($0.1)] }
    }
}
