extension ServerClient {
    /// Collects a listing from its pages.
    /// - Parameters:
    ///   - name: only functions with exactly this name.
    ///   - limit: how many are wanted at most.
    func functions(named name: String? = nil, limit: Int = ClientLimits.listedFunctions)
        async throws(CommandError) -> [JSONValue]
    {
        var functions: [JSONValue] = []
        var cursor: String?
        repeat {
            let wanted = min(limit - functions.count, ClientLimits.pageFunctions)
            var request = ServerRequest(path: "/functions", query: [("limit", "\(wanted)")])
            if let name { request.query.append(("name", name)) }
            if let cursor { request.query.append(("cursor", cursor)) }
            let page = try await json(request)
            guard let items = page["functions"]?.array else {
                throw .unexpectedAnswer("the listing has no functions")
            }
            functions += items.prefix(wanted)
            let next = page["next_cursor"]?.string
            // A page that does not move on would be asked for without end.
            guard next == nil || (next != cursor && !items.isEmpty) else {
                throw .unexpectedAnswer("the listing does not end")
            }
            cursor = next
        } while cursor != nil && functions.count < limit
        return functions
    }

    /// The id of a function; of several with the same name the newest.
    func id(of reference: FunctionReference) async throws(CommandError) -> String {
        switch reference {
        case .id(let id): return id
        case .name(let name):
            let newest = try await functions(named: name).max { created($0) < created($1) }
            guard let newest else { throw .noFunction(named: name) }
            return try id(in: newest)
        }
    }

    /// The id of a function; a name must belong to one only.
    func uniqueID(of reference: FunctionReference) async throws(CommandError) -> String {
        guard case .name(let name) = reference else { return try await id(of: reference) }
        let found = try await functions(named: name, limit: 2)
        guard let first = found.first else { throw .noFunction(named: name) }
        guard found.count == 1 else {
            throw .badInput("several functions are named \"\(name)\"; give the id (`tensor-wasm functions list`)")
        }
        return try id(in: first)
    }

    func function(_ id: String) async throws(CommandError) -> JSONValue {
        try await json(ServerRequest(path: "/functions/\(id)", subject: .item))
    }

    /// The id becomes part of a path, so an answer that gives something else is not used.
    private func id(in record: JSONValue) throws(CommandError) -> String {
        guard let text = record["id"]?.string, case .id(let id) = FunctionReference(text) else {
            throw .unexpectedAnswer("a function has no id")
        }
        return id
    }

    private func created(_ record: JSONValue) -> UInt64 {
        record["created_unix_ms"]?.number.flatMap { UInt64($0) } ?? 0
    }
}

extension CommandError {
    static func noFunction(named name: String) -> CommandError {
        CommandError(.failure, kind: "not_found", "no function is named \"\(name)\"")
    }
}
