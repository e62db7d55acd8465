extension WasmModule {
    /// The module in the binary format.
    /// - Complexity: O(bytes).
    public func encode() -> [UInt8] { written().joined() }

    /// The module in the binary format, in pieces to be written one after the other. Large contents, such as data and
    /// bodies that were not changed, are not copied: a module with a memory image of hundreds of megabytes costs no
    /// second one.
    public func encodePieces() -> [ArraySlice<UInt8>] { written().finish() }

    private func written() -> ByteWriter {
        var writer = ByteWriter()
        writer.append(Self.header[...])
        let customs = Dictionary(grouping: customSections, by: \.predecessor)
        for section in customs[nil] ?? [] { writer.customSection(section) }
        for kind in SectionKind.allCases {
            if let contents = contents(of: kind) {
                writer.append(kind.rawValue)
                writer.sized { $0.append(contents) }
            }
            for section in customs[kind] ?? [] { writer.customSection(section) }
        }
        return writer
    }

    /// What stands in a section; nil where it is left out.
    private func contents(of kind: SectionKind) -> ByteWriter? {
        switch kind {
        case .type: section(types) { $0.recursionGroup($1) }
        case .import: section(imports) { $0.importItem($1) }
        case .function: section(functions) { $0.index($1.type) }
        case .table: section(tables) { $0.table($1) }
        case .memory: section(memories) { $0.memoryType($1) }
        case .tag: section(tags) { $0.tagType($1) }
        case .global: section(globals) { $0.global($1) }
        case .export: section(exports) { $0.export($1) }
        case .start: start.map { index in single { $0.index(index) } }
        case .element: section(elements) { $0.elementSegment($1) }
        case .dataCount: declaresDataCount ? single { $0.unsigned(data.count) } : nil
        case .code: section(functions) { $0.functionBody($1.body) }
        case .data: section(data) { $0.dataSegment($1) }
        }
    }

    private func section<Element>(_ list: [Element], _ body: (inout ByteWriter, Element) -> Void) -> ByteWriter? {
        list.isEmpty ? nil : single { $0.list(list, body) }
    }

    private func single(_ body: (inout ByteWriter) -> Void) -> ByteWriter {
        var writer = ByteWriter()
        body(&writer)
        return writer
    }
}
