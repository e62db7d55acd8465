import Testing

/// Random typed instructions on the CPU device, against an evaluator of one thread at a time.
@Suite(.serialized)
struct StraightLineTests {
    @Test func `random programs give what the PTX ISA says, bit for bit`() throws {
        let runner = CPURunner()
        defer { runner.device.shutDown() }
        for seed in PropertyBudget.seeds(400) {
            let program = ScalarProgram(seed: seed)
            do {
                guard try program.difference(on: runner) != nil else { continue }
                let shortest = program.reduced(on: runner)
                let difference = try shortest.difference(on: runner) ?? ""
                let lines = shortest.instructions.map(\.text).joined(separator: "\n")
                Issue.record(
                    "seed \(seed), \(program.threads) threads, \(program.blocks) blocks: \(difference)\n\(lines)")
            } catch {
                Issue.record("seed \(seed): \(error)\n\(String(decoding: program.text, as: UTF8.self))")
            }
        }
    }

    @Test(arguments: FormFamily.allCases)
    func `every form of a family is right alone`(_ family: FormFamily) throws {
        let forms = family.forms
        let runner = CPURunner()
        defer { runner.device.shutDown() }
        for first in stride(from: 0, to: forms.count, by: 16) {
            let program = ScalarProgram(seed: first, forms: forms[first..<min(first + 16, forms.count)])
            do {
                guard try program.difference(on: runner) != nil else { continue }
                let shortest = program.reduced(on: runner)
                let difference = try shortest.difference(on: runner) ?? ""
                Issue.record("\(difference)\n\(shortest.instructions.map(\.text).joined(separator: "\n"))")
            } catch {
                Issue.record("\(error)\n\(String(decoding: program.text, as: UTF8.self))")
            }
        }
    }
}
