import Storage

extension GatewayResponse {
    /// One function's record.
    static func function(_ record: FunctionRecord) -> GatewayResponse {
        json { $0.members(of: record) }
    }

    /// One page of functions: `{"functions":[…],"next_cursor":…}`.
    static func page(_ page: FunctionPage) -> GatewayResponse {
        json { writer in
            writer.name("functions")
            writer.beginArray()
            for record in page.functions {
                writer.beginObject()
                writer.members(of: record)
                writer.endObject()
            }
            writer.endArray()
            writer.name("next_cursor")
            if let cursor = page.nextCursor { writer.value(cursor) } else { writer.null() }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func members(of record: FunctionRecord) {
        field("id", record.id.description)
        field("name", record.name)
        field("tenant_id", record.tenant.rawValue)
        field("digest", record.digest.hex)
        field("size_bytes", record.sizeBytes)
        name("created_unix_ms")
        value(record.createdUnixMilliseconds)
        name("exports")
        beginArray()
        for export in record.exports {
            beginObject()
            field("name", export.name)
            list("parameters", export.parameters)
            list("results", export.results)
            endObject()
        }
        endArray()
    }

    private mutating func list(_ field: String, _ items: [String]) {
        name(field)
        beginArray()
        for item in items { value(item) }
        endArray()
    }
}
