import Synchronization

/// A kernel of the CPU device: its program and the memory of its `.const` and `.global` variables.
final class CPUKernel: Kernel {
    let program: Program
    /// `.const` and `.global` variables; `nil` when there are none.
    let variables: CPUBuffer?

    init(_ program: Program) {
        self.program = program
        variables = program.moduleBytes.isEmpty ? nil : CPUBuffer(copying: program.moduleBytes)
    }

    var entry: String { program.entry }

    var parameters: [KernelParameter] {
        program.parameters.map { KernelParameter(name: $0.name, byteCount: $0.byteCount, type: $0.type.rawValue) }
    }

    var staticSharedBytes: Int { program.sharedBytes }

    var requiredBlock: Dimensions? {
        program.bounds.required.map { sizes in
            Dimensions(sizes.first ?? 1, sizes.count > 1 ? sizes[1] : 1, sizes.count > 2 ? sizes[2] : 1)
        }
    }

    var maximumThreads: Int? { program.bounds.maximum?.reduce(1, *) }

    var footprint: Int {
        program.operations.count * MemoryLayout<Operation>.stride + program.lists.count * 4
            + program.notes.count * 48 + 2 * program.moduleBytes.count + 4_096
    }

    var variableBytes: Int { program.moduleBytes.count - program.firstWritableByte }

    func forInstance() -> any Kernel { variableBytes > 0 ? CPUKernel(program) : self }
}
