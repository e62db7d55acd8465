import Testing

@testable import Compute

@Suite struct TenantMemoryTests {
    @Test func `a tenant has no more than its limit, whatever the others have`() throws {
        var memory = TenantMemory(limit: 100)
        try memory.charge(60, to: 1)
        try memory.charge(100, to: 2)
        #expect(
            throws: ComputeError(
                .quotaExceeded, "41 bytes of device memory are asked for; the tenant has 60 of its 100 bytes")
        ) {
            try memory.charge(41, to: 1)
        }
        #expect(throws: ComputeError.self) { try memory.charge(.max, to: 1) }
        try memory.charge(40, to: 1)
        #expect([1, 2, 3].map { memory.used(by: $0) } == [100, 100, 0])
        memory.giveBack(100, of: 1)
        #expect(memory.used(by: 1) == 0 && memory.used(by: 2) == 100)
    }

    @Test func `without a limit only what is used is kept`() throws {
        var memory = TenantMemory(limit: nil)
        try memory.charge(1 << 60, to: 1)
        #expect(memory.used(by: 1) == 1 << 60)
    }
}
