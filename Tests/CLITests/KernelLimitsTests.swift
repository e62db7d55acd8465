import Compute
import PTX
import Settings
import Testing

@testable import CLI
@testable import GuestInterface

@Suite("The documented limits on kernels")
struct KernelLimitsTests {
    @Test("are those that the front end enforces")
    func frontEnd() {
        let limits = PTXLimits()
        #expect(limits.textBytes == KernelLimits.textBytes.value)
        #expect(limits.statements == KernelLimits.statements.value)
        #expect(limits.registers == KernelLimits.registers.value)
        #expect(limits.sharedBytes == KernelLimits.sharedBytes.value)
        #expect(limits.localBytes == KernelLimits.localBytes.value)
        #expect(limits.globalBytes == KernelLimits.globalBytes.value)
        #expect(limits.constantBytes == KernelLimits.constantBytes.value)
        #expect(limits.parameters == KernelLimits.arguments.value)
    }

    @Test("are those that the guest's interface enforces")
    func interface() {
        #expect(ArgumentRecords.countLimit == KernelLimits.arguments.value)
        #expect(ArgumentRecords.byteLimit == KernelLimits.argumentBytes.value)
        #expect(CudaSession.messageBytes == KernelLimits.messageBytes.value)
    }

    @Test("are those of the device")
    func device() throws {
        let device = try #require(try KernelDevice.make(.cpu, threads: 1))
        defer { device.shutDown() }
        #expect(device.attributes.maximumThreadsPerBlock == KernelLimits.threadsPerBlock.value)
        #expect(device.attributes.maximumSharedBytes == KernelLimits.sharedBytes.value)
    }

    @Test("reach the service together with the settings")
    func service() throws {
        let settings = try Settings.load(
            flags: ["data-dir": "."],
            environment: [
                "TENSOR_WASM_DISPATCH_PERMITS": "3", "TENSOR_WASM_LIMIT_GPU_MEMORY_BYTES_PER_TENANT": "2MiB",
            ])
        let limits = ComputeLimits(settings)
        #expect(limits.permits == 3)
        #expect(limits.deviceMemoryBytes == 2 << 20)
        #expect(limits.deviceMemoryBytesPerTenant == 2 << 20)
        // What is fixed is the same in both places, so that the defaults of the room are what is documented.
        var defaults = ComputeLimits()
        (defaults.permits, defaults.deviceMemoryBytes) = (3, 2 << 20)
        defaults.deviceMemoryBytesPerTenant = 2 << 20
        #expect(limits == defaults)
    }
}
