extension WasmModule {
    private static let namesSection = "name"

    /// The names of the module's things; nil where it has no custom section `name`.
    /// - Throws: ``BinaryError`` where that section is malformed.
    public func names(limits: BinaryLimits = BinaryLimits()) throws(BinaryError) -> NameSection? {
        guard let section = customSections.first(where: { $0.name == Self.namesSection }) else { return nil }
        return try NameSection(decoding: section.bytes, limits: limits)
    }

    /// Replaces the custom section `name`, which stands behind everything else if the module had none.
    /// - Parameter names: The names; nil removes the section.
    public mutating func setNames(_ names: NameSection?) {
        let place = customSections.firstIndex { $0.name == Self.namesSection }
        guard let names else {
            customSections.removeAll { $0.name == Self.namesSection }
            return
        }
        let bytes = names.encode()[...]
        if let place {
            customSections[place].bytes = bytes
        } else {
            customSections.append(CustomSection(Self.namesSection, bytes))
        }
    }
}
