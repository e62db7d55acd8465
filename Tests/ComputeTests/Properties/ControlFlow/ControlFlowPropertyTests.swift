import Testing

/// Random structured programs on the CPU device, against a model that runs one thread after the other.
@Suite(.serialized)
struct ControlFlowPropertyTests {
    @Test func `threads take their own ways and meet at barriers as in a model of one thread at a time`() throws {
        let runner = CPURunner()
        defer { runner.device.shutDown() }
        for seed in PropertyBudget.seeds(300) {
            let program = FlowProgram(seed: seed)
            let text = FlowWriter.text(program)
            let expected = FlowModel(program).results().flatMap { $0 }
            do {
                let results = try runner.run(
                    ptx: text, entry: "k", grid: (program.blocks, 1, 1), block: (program.threads, 1, 1), sharedBytes: 0,
                    arguments: [.buffer(program.inputs.flatMap { $0 }.withUnsafeBytes { Array($0) })])
                let found = results[0].withUnsafeBytes { Array($0.bindMemory(to: UInt32.self)) }
                guard let place = found.indices.first(where: { found[$0] != expected[$0] }) else { continue }
                let (thread, register) = place.quotientAndRemainder(dividingBy: FlowProgram.registers)
                Issue.record(
                    """
                    seed \(seed), \(program.blocks) blocks of \(program.threads): register \(register) of thread \
                    \(thread) is \(found[place]), not \(expected[place])
                    \(String(decoding: text, as: UTF8.self))
                    """)
            } catch {
                Issue.record("seed \(seed): \(error)\n\(String(decoding: text, as: UTF8.self))")
            }
        }
    }
}
