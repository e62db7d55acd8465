import Testing

/// Arrows between rooms run downwards, as `docs/ARCHITECTURE.md` draws them.
struct ImportTests {
    @Test func `every import in the sources is one that the plan allows its room`() throws {
        let plan = try HousePlan()
        var forbidden: [String] = []
        var count = 0
        for file in try SourceTree.sources(withExtensions: ["swift"]) {
            let room = try #require(plan.room(named: file.room), "\(file.room) is not in the table of rooms")
            let allowed = room.rooms.union(room.libraries).union(HousePlan.toolchain)
            for (number, line) in file.lines.enumerated() {
                for module in ImportStatement.modules(in: line) {
                    count += 1
                    if !allowed.contains(module) { forbidden.append("\(file.path):\(number + 1) imports \(module)") }
                }
            }
        }
        #expect(forbidden == [])
        // A reader that finds nothing would allow everything.
        #expect(count > 200)
    }

    @Test func `the plan names every room once and lets it import only rooms further down`() throws {
        let plan = try HousePlan()
        #expect(plan.rooms.map(\.name).sorted() == (try SourceTree.rooms()))
        for (index, room) in plan.rooms.enumerated() {
            let below = Set(plan.rooms[(index + 1)...].map(\.name))
            #expect(room.rooms.isSubset(of: below), "\(room.name) imports a room that is not below it")
            #expect(room.libraries.isDisjoint(with: plan.rooms.map(\.name)), "\(room.name) lists a room as a library")
        }
    }

    @Test(arguments: [
        ("CWasmtime", ["WasmEngine"]), ("GRDB", ["Storage"]), ("Gateway", ["CLI"]), ("ArgumentParser", ["CLI"]),
        ("NIOHTTP1", ["Gateway"]), ("HummingbirdCore", ["Gateway"]), ("NIOCore", ["CLI", "Gateway"]),
        ("CLanes", ["Compute"]), ("PTX", ["CLI", "Compute"]), ("Compute", ["CLI", "GuestInterface", "Runtime"]),
    ])
    func `the plan keeps a module to the rooms that may know it`(_ module: String, _ allowed: [String]) throws {
        let users = try HousePlan().rooms.filter { $0.rooms.union($0.libraries).contains(module) }.map(\.name)
        #expect(users.sorted() == allowed)
    }

    @Test(arguments: [
        ("import NIOCore", ["NIOCore"]),
        ("  import NIOCore  // why", ["NIOCore"]),
        ("@testable import Storage", ["Storage"]),
        ("@preconcurrency @_exported public import Storage", ["Storage"]),
        ("@_spi(Private) import Storage", ["Storage"]),
        ("package import struct NIOCore.ByteBuffer", ["NIOCore"]),
        ("import func Glibc.getenv", ["Glibc"]),
        ("import Foundation.NSDate", ["Foundation"]),
        ("import A; import class B.C", ["A", "B"]),
        ("// import Storage", []),
        ("let important = 1", []),
    ])
    func `an import statement is understood in all its forms`(_ line: String, _ modules: [String]) {
        #expect(ImportStatement.modules(in: line[...]) == modules)
    }
}
