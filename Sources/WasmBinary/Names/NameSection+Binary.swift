/// The subsections, in the order in which they must stand.
private enum NameKind: UInt8 {
    case module, functions, locals, labels, types, tables, memories, globals, elements, data, fields, tags

    /// Where the names of a subsection with one level of indices go.
    var names: WritableKeyPath<NameSection, NameSection.Names>? {
        switch self {
        case .functions: \.functions
        case .types: \.types
        case .tables: \.tables
        case .memories: \.memories
        case .globals: \.globals
        case .elements: \.elements
        case .data: \.data
        case .tags: \.tags
        case .module, .locals, .labels, .fields: nil
        }
    }

    /// Where the names of a subsection with two levels of indices go.
    var nested: WritableKeyPath<NameSection, [UInt32: NameSection.Names]>? {
        switch self {
        case .locals: \.locals
        case .labels: \.labels
        case .fields: \.fields
        default: nil
        }
    }
}

extension NameSection {
    /// Decodes the contents of a custom section `name`.
    /// - Parameters:
    ///   - bytes: The contents behind the section's name. Their indices are the places that errors name.
    ///   - limits: What they may cost.
    /// - Throws: ``BinaryError`` where they are malformed. Such a section means nothing; the module stays valid.
    public init(decoding bytes: ArraySlice<UInt8>, limits: BinaryLimits = BinaryLimits()) throws(BinaryError) {
        var reader = ByteReader(bytes, limits: limits)
        var last = -1
        var left = limits.names
        while !reader.isAtEnd {
            let start = reader.position
            let code = try reader.byte()
            guard Int(code) > last else {
                throw reader.fault(.sectionOrder, "name subsection out of order or twice", at: start)
            }
            last = Int(code)
            var part = try reader.part(Int(try reader.unsigned32()))
            try read(code, &part, &left)
            try part.finish("name subsection")
        }
    }

    /// - Parameter left: How many names there may still be.
    private mutating func read(_ code: UInt8, _ reader: inout ByteReader, _ left: inout Int) throws(BinaryError) {
        guard let kind = NameKind(rawValue: code) else {
            others[code] = try reader.take(reader.remaining)
            return
        }
        if let path = kind.names {
            self[keyPath: path] = try reader.names(&left)
        } else if let path = kind.nested {
            self[keyPath: path] = try reader.nestedNames(&left)
        } else {
            module = try reader.name()
        }
    }

    /// The contents of a custom section `name`, without the section's name.
    public func encode() -> [UInt8] {
        var writer = ByteWriter()
        for code in UInt8.min...UInt8.max {
            let contents = contents(code)
            guard contents.count > 0 else { continue }
            writer.append(code)
            writer.unsigned(contents.count)
            writer.append(contents)
        }
        return writer.joined()
    }

    private func contents(_ code: UInt8) -> ByteWriter {
        var writer = ByteWriter()
        guard let kind = NameKind(rawValue: code) else {
            if let bytes = others[code] { writer.append(bytes) }
            return writer
        }
        if let path = kind.names {
            let names = self[keyPath: path]
            if !names.isEmpty { writer.names(names) }
        } else if let path = kind.nested {
            let nested = self[keyPath: path]
            if !nested.isEmpty { writer.indexed(nested) { $0.names($1) } }
        } else if let module {
            writer.name(module)
        }
        return writer
    }
}

extension ByteReader {
    fileprivate mutating func names(_ left: inout Int) throws(BinaryError) -> NameSection.Names {
        let count = try nameCount(&left)
        var names = NameSection.Names(minimumCapacity: count)
        var last: UInt32?
        for _ in 0..<count {
            let index = try risingIndex(&last)
            names[index] = try name()
        }
        return names
    }

    fileprivate mutating func nestedNames(_ left: inout Int) throws(BinaryError) -> [UInt32: NameSection.Names] {
        let count = try nameCount(&left)
        var nested = [UInt32: NameSection.Names](minimumCapacity: count)
        var last: UInt32?
        for _ in 0..<count {
            let index = try risingIndex(&last)
            nested[index] = try names(&left)
        }
        return nested
    }

    private mutating func nameCount(_ left: inout Int) throws(BinaryError) -> Int {
        let count = try count(of: "names", limit: left, bytesEach: 2)
        left -= count
        return count
    }

    private mutating func risingIndex(_ last: inout UInt32?) throws(BinaryError) -> UInt32 {
        let start = position
        let index = try unsigned32()
        if let last, last >= index { throw fault(.malformed, "names out of order", at: start) }
        last = index
        return index
    }
}

extension ByteWriter {
    fileprivate mutating func names(_ names: NameSection.Names) { indexed(names) { $0.name($1) } }

    fileprivate mutating func indexed<Element>(
        _ elements: [UInt32: Element], _ body: (inout ByteWriter, Element) -> Void
    ) {
        list(elements.sorted { $0.key < $1.key }) { writer, pair in
            writer.index(pair.key)
            body(&writer, pair.value)
        }
    }
}
