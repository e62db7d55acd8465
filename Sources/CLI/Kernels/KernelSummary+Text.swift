import PTX

extension KernelSummary {
    /// The name, then one line or several for each property.
    var text: String {
        let properties = [
            ("parameters", parameters.isEmpty ? ["none"] : parameters.map(\.text)),
            (
                "registers",
                [registers.isEmpty ? "none" : registers.map { "\($0.count) .\($0.type)" }.joined(separator: ", ")]
            ),
            ("shared", [usesDynamicShared ? "\(sharedBytes) bytes, and dynamic ones" : "\(sharedBytes) bytes"]),
            ("block", blockText), ("needs", obstacles.map(\.text)),
        ]
        let width = 12
        let lines = properties.flatMap { title, values in
            values.enumerated().map { index, value in
                let label = index == 0 ? title : ""
                return "  " + label + String(repeating: " ", count: width - label.count) + value
            }
        }
        return ([name] + lines).joined(separator: "\n")
    }

    private var blockText: [String] {
        func product(_ sizes: [Int]) -> String { sizes.map(\.description).joined(separator: " x ") }
        return [
            bounds.required.map { "exactly \(product($0)) threads" },
            bounds.maximum.map { "at most \(product($0)) threads" },
        ]
        .compactMap(\.self)
    }

    /// The fields of `--output json`.
    var json: JSONValue {
        .object([
            ("name", .string(name)), ("parameters", .array(parameters.map(\.json))),
            ("registers", .object(registers.map { ($0.type.rawValue, .integer($0.count)) })),
            ("shared_bytes", .integer(sharedBytes)), ("dynamic_shared", .boolean(usesDynamicShared)),
            ("required_block", Self.json(bounds.required)), ("maximum_block", Self.json(bounds.maximum)),
            ("unsupported", .array(obstacles.map(\.json))),
        ])
    }

    private static func json(_ sizes: [Int]?) -> JSONValue { sizes.map { .array($0.map { .integer($0) }) } ?? .null }
}

extension KernelSummary.Obstacle {
    fileprivate var text: String {
        "\(instruction) (\(tier.rawValue), first at line \(line)), which the CPU device does not run"
    }

    fileprivate var json: JSONValue {
        .object([
            ("instruction", .string(instruction)), ("tier", .string(tier.rawValue)), ("line", .integer(line)),
        ])
    }
}

extension CheckedFunction.Parameter {
    fileprivate var text: String {
        var text = ".\(type.rawValue) \(name), \(byteCount) bytes"
        if let pointer {
            text += ", a pointer" + (pointer.space.map { " into .\($0.rawValue)" } ?? "")
            if let alignment = pointer.alignment { text += " aligned to \(alignment)" }
        }
        return text
    }

    fileprivate var json: JSONValue {
        .object([
            ("name", .string(name)), ("type", .string(type.rawValue)), ("bytes", .integer(byteCount)),
            ("offset", .integer(offset)), ("is_pointer", .boolean(pointer != nil)),
        ])
    }
}
