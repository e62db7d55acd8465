/// The field `X-Forwarded-Client-Cert` as Envoy writes it: elements separated by commas, pairs by semicolons, values in
/// quotation marks where they hold either.
enum ForwardedCertificate {
    /// Longest field that is looked at, in bytes.
    private static let byteLimit = 8_192

    /// The subject of the certificate that the nearest proxy has seen: the last element's.
    static func subject(_ fields: [String]) -> String? {
        guard let field = fields.last, field.utf8.count <= byteLimit else { return nil }
        guard let element = split(field[...], at: ",").last else { return nil }
        for pair in split(element, at: ";") {
            guard let mark = pair.firstIndex(of: "="), pair[..<mark].lowercased() == "subject" else { continue }
            return unquoted(pair[pair.index(after: mark)...])
        }
        return nil
    }

    private static func split(_ text: Substring, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if isQuoted, character == "\\" {
                isEscaped = true
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                parts.append(text[start..<index])
                start = text.index(after: index)
            }
        }
        return parts + [text[start...]]
    }

    private static func unquoted(_ text: Substring) -> String {
        guard text.first == "\"", text.last == "\"", text.count >= 2 else { return String(text) }
        var result = ""
        var isEscaped = false
        for character in text.dropFirst().dropLast() {
            if character == "\\", !isEscaped {
                isEscaped = true
            } else {
                result.append(character)
                isEscaped = false
            }
        }
        return result
    }
}
