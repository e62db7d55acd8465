import Testing

@testable import Compute

@Suite struct KernelCacheTableTests {
    private typealias Table = KernelCacheTable<String, Int, UInt64, String>

    private static func table(
        count: Int = 100, bytes: Int = 1_000, workers: Int = 1, waiting: Int = 100, waitingBytes: Int = 10_000
    ) -> Table {
        Table(
            bounds: KernelCacheBounds(
                count: count, bytes: bytes, workers: workers, waiting: waiting, waitingBytes: waitingBytes))
    }

    /// Asks, and says the answer in a word.
    private static func ask(
        _ table: inout Table, _ key: String, of tenant: UInt64 = 0, bytes: Int = 1, id: UInt64 = 0
    ) -> String {
        let text = [UInt8](repeating: 0, count: bytes)
        switch table.request(key, of: tenant, text: text, id: id, "\(key)\(id)") {
        case .found(let kernel): return "found \(kernel)"
        case .waiting(startsWorker: true): return "starts"
        case .waiting(startsWorker: false): return "waits"
        case .refused: return "refused"
        }
    }

    @Test func `a key is prepared once however many ask for it, then found`() {
        var table = Self.table()
        let asked = [1, 2].map { Self.ask(&table, "a", id: $0) }
        let job = table.next()?.key
        let late = Self.ask(&table, "a", id: 3)
        let waiters = table.finish("a", 7, footprint: 10).waiters
        #expect(asked == ["starts", "waits"] && job == "a" && late == "waits")
        #expect(waiters.sorted() == ["a1", "a2", "a3"])
        #expect(Self.ask(&table, "a", id: 4) == "found 7")
        #expect(table.next() == nil && table.workers == 0)
    }

    @Test func `a failure is told to all who asked and not kept`() {
        var table = Self.table()
        _ = [1, 2].map { Self.ask(&table, "a", id: $0) }
        _ = table.next()
        let waiters = table.finish("a", nil, footprint: 0).waiters
        #expect(waiters.sorted() == ["a1", "a2"])
        #expect(Self.ask(&table, "a", id: 3) == "waits")
        #expect(table.next()?.key == "a")
    }

    @Test func `the least recently used kernels leave when there are too many`() {
        var table = Self.table(count: 2)
        for (kernel, key) in ["a", "b"].enumerated() { _ = table.finish(key, kernel, footprint: 1) }
        _ = Self.ask(&table, "a")
        let left = table.finish("c", 2, footprint: 1).left
        #expect(left == [1] && table.keptCount == 2)
        #expect(Self.ask(&table, "a") == "found 0")
    }

    @Test func `the least recently used kernels leave when they are too large together`() {
        var table = Self.table(bytes: 100)
        for kernel in 0..<5 { _ = table.finish("\(kernel)", kernel, footprint: 20) }
        let left = table.finish("large", 9, footprint: 55).left
        #expect(left == [0, 1, 2] && table.keptBytes == 95)
    }

    @Test func `a kernel that is too large is given out and not kept`() {
        var table = Self.table(bytes: 100)
        _ = table.finish("a", 1, footprint: 100)
        _ = Self.ask(&table, "b", id: 1)
        _ = table.next()
        let finish = table.finish("b", 2, footprint: 101)
        #expect(finish.waiters == ["b1"] && finish.left == [] && table.keptCount == 1)
    }

    @Test func `tenants take turns with their preparations`() {
        var table = Self.table()
        for key in ["a1", "a2", "a3"] { _ = Self.ask(&table, key, of: 1) }
        for key in ["b1", "b2"] { _ = Self.ask(&table, key, of: 2) }
        let order = (0..<6).map { _ in table.next()?.key }
        #expect(order == ["a1", "b1", "a2", "b2", "a3", nil])
    }

    @Test func `one tenant takes half of the places and leaves the others to others`() {
        var table = Self.table(waiting: 4)
        let first = (0..<3).map { Self.ask(&table, "a\($0)", of: 1) }
        let second = (0..<3).map { Self.ask(&table, "b\($0)", of: 2) }
        #expect(first == ["starts", "waits", "refused"] && second == ["waits", "waits", "refused"])
        #expect(Self.ask(&table, "c", of: 3) == "refused")
        #expect(Self.ask(&table, "a0", of: 1, id: 9) == "waits", "joining takes no place")
    }

    @Test func `texts that wait are bounded in bytes until their preparation begins`() {
        var table = Self.table(waitingBytes: 100)
        #expect(Self.ask(&table, "a", of: 1, bytes: 51) == "refused")
        #expect(Self.ask(&table, "b", of: 1, bytes: 50) == "starts")
        #expect(Self.ask(&table, "c", of: 1, bytes: 1) == "refused")
        #expect(Self.ask(&table, "d", of: 2, bytes: 50) == "waits")
        #expect(Self.ask(&table, "e", of: 3, bytes: 1) == "refused")
        #expect(table.next()?.text.count == 50)
        #expect(Self.ask(&table, "c", of: 1, bytes: 1) == "waits")
    }

    @Test func `no more workers are started than allowed, and an ended one is replaced`() {
        var table = Self.table(workers: 2)
        let asked = ["a", "b", "c"].map { Self.ask(&table, $0) }
        #expect(asked == ["starts", "starts", "waits"])
        while table.next() != nil {}
        #expect(table.workers == 1)
        #expect(Self.ask(&table, "d") == "starts")
    }

    @Test func `who withdraws is not called, and what nobody waits for is not prepared`() {
        var table = Self.table()
        for id in 1...2 { _ = Self.ask(&table, "a", id: UInt64(id)) }
        _ = Self.ask(&table, "b", id: 3)
        let withdrawn = [table.withdraw(1, of: "a"), table.withdraw(1, of: "a"), table.withdraw(3, of: "b")]
        #expect(withdrawn == ["a1", nil, "b3"])
        #expect(table.next()?.key == "a")
        #expect(table.finish("a", 1, footprint: 1).waiters == ["a2"])
        #expect(table.next() == nil && table.waitingCount == 0)
        #expect(Self.ask(&table, "b", id: 4) == "starts")
    }

    @Test func `what waits can be dropped, what runs is finished`() {
        var table = Self.table()
        for (id, key) in ["a", "b", "c"].enumerated() { _ = Self.ask(&table, key, id: UInt64(id)) }
        _ = table.next()
        let dropped = table.dropWaiting().sorted()
        #expect(dropped == ["b1", "c2"])
        #expect(table.finish("a", 1, footprint: 1).waiters == ["a0"])
        #expect(table.next() == nil)
    }
}
