/// The texts of requests.
enum Request {
    /// - Parameter length: announced for every method that has a body by custom, and for every body.
    static func head(_ method: String, _ target: String, _ headers: [String: String], length: Int) -> String {
        var text = "\(method) \(target) HTTP/1.1\r\nhost: localhost\r\n"
        for (name, value) in headers.sorted(by: { $0.key < $1.key }) { text += "\(name): \(value)\r\n" }
        if length > 0 || method == "POST" { text += "content-length: \(length)\r\n" }
        return text + "\r\n"
    }

    /// A call of a function, with the bytes of its body.
    static func invoke(_ id: String, _ body: String = "") -> String {
        head("POST", "/functions/\(id)/invoke", ["content-type": "application/json"], length: body.utf8.count) + body
    }

    /// A JSON string with the escapes that are needed.
    static func json(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: literal.unicodeScalars.append(scalar)
            }
        }
        return literal + "\""
    }
}
