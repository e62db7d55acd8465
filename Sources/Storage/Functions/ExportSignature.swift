/// One exported function of a module, as it is listed to clients.
public struct ExportSignature: Codable, Hashable, Sendable {
    /// The export's name, as the module spells it.
    public var name: String

    /// The types of the parameters in order, such as `i32`.
    public var parameters: [String]

    /// The types of the results in order.
    public var results: [String]

    /// Makes a signature.
    public init(name: String, parameters: [String], results: [String]) {
        self.name = name
        self.parameters = parameters
        self.results = results
    }

    /// About the bytes this signature takes when stored: its text and the punctuation around it.
    var storedBytes: Int {
        (parameters + results).reduce(48 + name.utf8.count) { $0 + $1.utf8.count + 3 }
    }
}
