import Tenancy
import Testing

@testable import Storage

@Suite struct ListingTests {
    @Test func `An empty listing has no next page`() async throws {
        try await withStorage { storage, _ in
            let page = try await storage.functions(tenant: tenant)
            #expect(page == FunctionPage(functions: [], nextCursor: nil))
        }
    }

    @Test(arguments: [1, 2, 3, 7, 8, 100])
    func `Pages of any size list every function once in the order of creation`(limit: Int) async throws {
        try await withStorage { storage, _ in
            var created: [FunctionRecord] = []
            for number in 0..<7 {
                created.append(try await storage.deploy("function \(number)"))
                try await storage.deploy("noise", tenant: otherTenant)
            }
            var listed: [FunctionRecord] = []
            var cursor: String?
            repeat {
                let page = try await storage.functions(tenant: tenant, limit: limit, cursor: cursor)
                #expect(page.functions.count <= limit)
                #expect(!page.functions.isEmpty)
                listed += page.functions
                cursor = page.nextCursor
            } while cursor != nil
            #expect(listed == created)
        }
    }

    @Test func `Creations and deletions between pages neither hide nor repeat what stays`() async throws {
        try await withStorage { storage, _ in
            var created: [FunctionRecord] = []
            for number in 0..<6 { created.append(try await storage.deploy("\(number)")) }
            let first = try await storage.functions(tenant: tenant, limit: 3)
            // Behind the place, exactly at it, before it, and the newest, whose place must not be given again.
            for index in [0, 2, 3, 5] { #expect(try await storage.delete(created[index].id, tenant: tenant)) }
            let added = try await storage.deploy("added")
            let second = try await storage.functions(tenant: tenant, limit: 3, cursor: first.nextCursor)
            #expect(first.functions == Array(created[0...2]))
            #expect(second.functions == [created[4], added])
            #expect(second.nextCursor == nil)
        }
    }

    @Test func `A place behind a deleted last function is not given to a new one`() async throws {
        try await withStorage { storage, _ in
            try await storage.deploy("kept")
            let last = try await storage.deploy("last")
            try await storage.deploy("beyond")
            let page = try await storage.functions(tenant: tenant, limit: 2)
            let rest = try await storage.functions(tenant: tenant, cursor: page.nextCursor)
            for function in rest.functions + [last] {
                #expect(try await storage.delete(function.id, tenant: tenant))
            }
            let added = try await storage.deploy("added")
            #expect(try await storage.functions(tenant: tenant, cursor: page.nextCursor).functions == [added])
        }
    }

    @Test func `A filter lists the functions with exactly that name`() async throws {
        try await withStorage { storage, _ in
            let first = try await storage.deploy("wanted")
            try await storage.deploy("Wanted")
            try await storage.deploy("wanted ")
            try await storage.deploy("wanted", tenant: otherTenant)
            let second = try await storage.deploy("wanted")
            let page = try await storage.functions(tenant: tenant, name: "wanted", limit: 1)
            #expect(page.functions == [first])
            let next = try await storage.functions(
                tenant: tenant, name: "wanted", limit: 1, cursor: page.nextCursor)
            #expect(next == FunctionPage(functions: [second], nextCursor: nil))
            #expect(try await storage.functions(tenant: tenant, name: "' OR 1=1 --").functions.isEmpty)
        }
    }

    @Test func `Tenants see only their own functions`() async throws {
        try await withStorage { storage, _ in
            let mine = try await storage.deploy("mine")
            let theirs = try await storage.deploy("theirs", tenant: otherTenant)
            #expect(try await storage.functions(tenant: tenant).functions == [mine])
            #expect(try await storage.functions(tenant: otherTenant).functions == [theirs])
            #expect(try await storage.functions(tenant: TenantID(0)).functions.isEmpty)
        }
    }

    @Test func `A cursor of another tenant's listing is refused`() async throws {
        try await withStorage { storage, _ in
            try await storage.deploy()
            try await storage.deploy()
            let cursor = try #require(await storage.functions(tenant: tenant, limit: 1).nextCursor)
            let code = await failureCode {
                _ = try await storage.functions(tenant: otherTenant, cursor: cursor)
            }
            #expect(code == .invalidCursor)
        }
    }

    @Test(arguments: [Int.min, -1, 0, 1_001, .max])
    func `A limit outside its bounds is refused`(limit: Int) async throws {
        try await withStorage { storage, _ in
            let code = await failureCode { _ = try await storage.functions(tenant: tenant, limit: limit) }
            #expect(code == .invalidLimit)
        }
    }

    @Test func `A page of large functions ends early and the listing still reaches all`() async throws {
        try await withStorage { storage, _ in
            let wide = ExportSignature(name: "wide", parameters: Array(repeating: "i32", count: 150_000), results: [])
            for number in 0..<8 {
                _ = try await storage.create(
                    name: "\(number)", tenant: tenant, module: [1], digest: Digest(of: [1]), exports: [wide])
            }
            let first = try await storage.functions(tenant: tenant)
            #expect(first.functions.count == 5)
            let second = try await storage.functions(tenant: tenant, cursor: first.nextCursor)
            #expect((first.functions + second.functions).map(\.name) == (0..<8).map(String.init))
            #expect(second.nextCursor == nil)
        }
    }
}
