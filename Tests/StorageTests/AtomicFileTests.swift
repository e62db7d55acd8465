import Testing

@testable import Storage

@Suite struct AtomicFileTests {
    @Test func `A file is written for the owner only and replaced as a whole`() async throws {
        try await withTemporaryDirectory { path in
            let file = path + "/file"
            try AtomicFile.write([1, 2, 3], to: file)
            #expect(try content(file) == [1, 2, 3])
            #expect(try permissions(file) == 0o600)
            try AtomicFile.write([], to: file)
            #expect(try content(file) == [])
            #expect(storedFiles(path) == ["file"])
        }
    }

    @Test func `A link is replaced and what it points to stays`() async throws {
        try await withTemporaryDirectory { path in
            try plant([9], at: path + "/target")
            try linkSymbolically(path + "/link", to: path + "/target")
            try AtomicFile.write([1], to: path + "/link")
            #expect(try content(path + "/link") == [1])
            #expect(try content(path + "/target") == [9])
        }
    }

    @Test func `A write that fails at its last step leaves no temporary file`() async throws {
        try await withTemporaryDirectory { path in
            try plant([9], at: path + "/directory/file")
            let code = await failureCode { try AtomicFile.write([1], to: path + "/directory") }
            #expect(code == .invalidDirectory)
            #expect(storedFiles(path) == ["directory/file"])
        }
    }

    @Test func `A path without a directory or a name is refused`() async throws {
        try await withTemporaryDirectory { path in
            #expect(await failureCode { try AtomicFile.write([1], to: path + "/no/file") } == .unavailable)
            for name in ["", "/", "\(path)/", "\(path)/a\u{0}b"] {
                #expect(await failureCode { try AtomicFile.write([1], to: name) } == .invalidDirectory)
            }
            #expect(storedFiles(path).isEmpty)
        }
    }

    @Test func `Only leftovers of interrupted writes are removed`() async throws {
        try await withTemporaryDirectory { path in
            let leftover = StagedFile.makeName()
            for name in [leftover, ".tmp-", ".tmp-zz", "\(leftover)0", "x\(leftover)", "file"] {
                try plant([1], at: "\(path)/\(name)")
            }
            try linkSymbolically("\(path)/\(StagedFile.makeName())", to: path + "/file")
            let before = storedFiles(path)
            #expect(try AtomicFile.removeLeftovers(in: path) == 1)
            #expect(storedFiles(path) == before.subtracting([leftover]))
        }
    }
}
