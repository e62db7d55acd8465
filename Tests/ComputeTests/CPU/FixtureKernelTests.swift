import Synchronization
import Testing

/// Every fixture kernel on the CPU device, compared with results that were computed independently.
@Suite(.serialized)
struct FixtureKernelTests {
    @Test func `every fixture kernel gives the expected results, and the largest error of each is shown`() throws {
        let runner = CPURunner()
        defer { runner.device.shutDown() }
        var table = FixtureTable()
        for item in try FixtureManifest.read().cases where item.tier != .exotic {
            for path in item.ptx {
                do {
                    let outcome = try item.verify(path, on: runner)
                    #expect(outcome.isGood, "\(item.name), \(path): \(outcome)")
                    table.add(outcome, of: item.entry)
                    // Blocks print in any order, each thread's piece stays whole.
                    let printed = runner.printed.take().split(separator: "\n").sorted()
                    let expected = (item.prints ?? "").split(separator: "\n").sorted()
                    #expect(printed == expected, "\(item.name), \(path)")
                } catch {
                    Issue.record("\(item.name), \(path): \(error)")
                }
            }
        }
        print(table.text)
    }
}
