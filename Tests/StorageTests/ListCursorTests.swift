import Testing

@testable import Storage

@Suite struct ListCursorTests {
    @Test(arguments: [Int64(0), 1, 255, .max], [nil, "", "name"] as [String?])
    func `A cursor is read again by its own listing`(sequence: Int64, name: String?) throws {
        let cursor = ListCursor(after: sequence)
        let text = cursor.text(of: .functions(tenant: tenant, name: name))
        #expect(try ListCursor(parsing: text, of: .functions(tenant: tenant, name: name)) == cursor)
    }

    @Test func `A cursor with any one character changed is refused`() throws {
        let text = Array(ListCursor(after: 0x1234).text(of: .functions(tenant: tenant, name: nil)))
        for position in text.indices {
            for character in "0123456789abcdefABCDEF-g\u{0}é" where character != text[position] {
                var changed = text
                changed[position] = character
                #expect(throws: StorageError(.invalidCursor)) {
                    try ListCursor(parsing: String(changed), of: .functions(tenant: tenant, name: nil))
                }
            }
        }
    }

    @Test func `A cursor of another tenant or filter is refused`() {
        let text = ListCursor(after: 3).text(of: .functions(tenant: tenant, name: "a"))
        #expect(throws: StorageError(.invalidCursor)) {
            try ListCursor(parsing: text, of: .functions(tenant: otherTenant, name: "a"))
        }
        #expect(throws: StorageError(.invalidCursor)) {
            try ListCursor(parsing: text, of: .functions(tenant: tenant, name: "b"))
        }
        #expect(throws: StorageError(.invalidCursor)) {
            try ListCursor(parsing: text, of: .functions(tenant: tenant, name: nil))
        }
    }

    @Test func `Text of another length is refused`() {
        let text = ListCursor(after: 3).text(of: .functions(tenant: tenant, name: nil))
        for changed in ["", "0", String(text.dropLast()), text + "0", text + text] {
            #expect(throws: StorageError(.invalidCursor)) {
                try ListCursor(parsing: changed, of: .functions(tenant: tenant, name: nil))
            }
        }
    }

    @Test func `A cursor of jobs belongs to its tenant and filters, and is none of functions`() throws {
        let scopes: [ListCursor.Scope] = [
            .functions(tenant: tenant, name: nil), .jobs(tenant: tenant, status: nil, function: nil),
            .jobs(tenant: otherTenant, status: nil, function: nil),
            .jobs(tenant: tenant, status: .pending, function: nil),
            .jobs(tenant: tenant, status: .failed, function: nil),
            .jobs(tenant: tenant, status: nil, function: sampleFunction),
            .jobs(tenant: tenant, status: .failed, function: sampleFunction),
        ]
        for (own, scope) in scopes.enumerated() {
            let text = ListCursor(after: 3).text(of: scope)
            for (other, scope) in scopes.enumerated() {
                let cursor = try? ListCursor(parsing: text, of: scope)
                #expect(cursor == (own == other ? ListCursor(after: 3) : nil))
            }
        }
    }
}
