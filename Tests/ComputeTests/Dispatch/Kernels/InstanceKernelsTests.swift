import Testing

@testable import Compute

@Suite struct InstanceKernelsTests {
    private static func limits(_ change: (inout ComputeLimits) -> Void) -> ComputeLimits {
        var limits = ComputeLimits()
        change(&limits)
        return limits
    }

    @Test func `ids begin at 0 and count the kernels that came`() throws {
        var kernels = InstanceKernels(limits: ComputeLimits())
        let kernel = TestKernel(.held)
        for id in 0..<3 {
            try kernels.begin(textBytes: 1, entryBytes: 1)
            #expect(kernels.insert(kernel, textBytes: 1) == Int64(id))
        }
        #expect(kernels.kernel(2) === kernel)
        #expect([-1, 3, .max, .min].allSatisfy { kernels.kernel($0) == nil })
    }

    @Test func `a load under way counts, and one that fails no longer`() throws {
        var kernels = InstanceKernels(
            limits: Self.limits {
                $0.kernels = 2
                $0.kernelTextBytes = 100
            })
        try kernels.begin(textBytes: 60, entryBytes: 1)
        #expect(
            throws: ComputeError(
                .quotaExceeded, "the instance has loaded 60 bytes of PTX; with 41 more it would exceed 100")
        ) { try kernels.begin(textBytes: 41, entryBytes: 1) }
        try kernels.begin(textBytes: 40, entryBytes: 1)
        #expect(throws: ComputeError(.quotaExceeded, "the instance has 2 kernels; allowed are 2")) {
            try kernels.begin(textBytes: 0, entryBytes: 1)
        }
        kernels.fail(textBytes: 60)
        try kernels.begin(textBytes: 60, entryBytes: 1)
    }

    @Test func `a text and a name have their own bounds`() throws {
        var kernels = InstanceKernels(
            limits: Self.limits {
                $0.ptxBytes = 10
                $0.entryBytes = 4
            })
        #expect(throws: ComputeError(.malformedPTX, "the PTX text has 11 bytes; allowed are 10")) {
            try kernels.begin(textBytes: 11, entryBytes: 4)
        }
        #expect(throws: ComputeError(.invalidKernel, "the entry's name has 5 bytes; allowed are 4")) {
            try kernels.begin(textBytes: 10, entryBytes: 5)
        }
        try kernels.begin(textBytes: 10, entryBytes: 4)
    }

    @Test func `after closing nothing is taken, and a load under way brings no kernel`() throws {
        var kernels = InstanceKernels(limits: ComputeLimits())
        try kernels.begin(textBytes: 1, entryBytes: 1)
        _ = kernels.insert(TestKernel(.held), textBytes: 1)
        try kernels.begin(textBytes: 1, entryBytes: 1)
        #expect(kernels.close().count == 1)
        #expect(kernels.kernel(0) == nil)
        #expect(kernels.insert(TestKernel(.held), textBytes: 1) == nil)
        #expect(throws: ComputeError.instanceEnded) { try kernels.begin(textBytes: 1, entryBytes: 1) }
    }
}
