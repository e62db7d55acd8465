import Compute
import Testing

/// What the CPU device says of a text, and of launches that do not fit.
struct LoadingTests {
    private let device = CPUDevice(threads: 1)

    @Test func `a kernel tells its parameters, shared bytes and bounds`() throws {
        let ptx = Array(
            """
            .version 8.8
            .target sm_90
            .address_size 64
            .visible .entry k(.param .u64 p, .param .f32 x, .param .align 8 .b8 s[24])
            .reqntid 32, 2, 1
            {
                .shared .align 16 .b8 tile[1024];
                .reg .b64 %rd<2>;
                mov.u64 %rd0, tile;
                st.shared.u64 [%rd0], %rd0;
                ret;
            }
            """.utf8)
        let kernel = try device.load(ptx: ptx, entry: "k")
        #expect(kernel.parameters.map(\.byteCount) == [8, 4, 24])
        #expect(kernel.parameters.map(\.name) == ["p", "x", "s"])
        #expect(kernel.staticSharedBytes == 1_024)
        #expect(kernel.requiredBlock == Dimensions(32, 2, 1))
    }

    @Test func `an unknown entry is told with the names there are`() throws {
        let error = #expect(throws: ComputeError.self) {
            try device.load(ptx: KernelText.kernel("    ret;"), entry: "main")
        }
        #expect(error?.code == .invalidKernel)
        #expect(error?.message == "the PTX has no entry \"main\"; it has \"k\"")
    }

    @Test func `all faults of a text are told, each with its place`() throws {
        let ptx = KernelText.kernel("    add.u32 %r0, %r1;\n    mov.f99 %r0, 1;\n    ret;")
        let error = #expect(throws: ComputeError.self) { try device.load(ptx: ptx, entry: "k") }
        #expect(error?.code == .malformedPTX)
        #expect(error?.message.contains("15:") == true)
        #expect(error?.message.contains("14:") == true)
    }

    @Test func `an instruction that only other devices run is refused by name when a kernel needs it`() throws {
        let ptx = KernelText.kernel(
            """
                cp.async.ca.shared.global [%rd0], [%rd1], 16;
                ret;
            """)
        let error = #expect(throws: ComputeError.self) { try device.load(ptx: ptx, entry: "k") }
        #expect(error?.code == .malformedPTX)
        #expect(error?.message.contains("cp.async.ca.shared.global") == true)
        #expect(error?.message.contains("which the CPU device does not run") == true)
    }

    @Test(arguments: [
        (Dimensions(0), Dimensions(32), "the grid's x is 0"),
        (Dimensions(1), Dimensions(1_025), "the block's x is 1025"),
        (Dimensions(1), Dimensions(32, 33, 1), "the block has 1056 threads"),
        (Dimensions(1), Dimensions(1, 1, 0), "the block's z is 0"),
        (Dimensions(1 << 31), Dimensions(1), "the grid's x is 2147483648"),
    ])
    func `dimensions beyond the device are refused`(_ grid: Dimensions, _ block: Dimensions, _ text: String) throws {
        let kernel = try device.load(ptx: KernelText.kernel("    ret;"), entry: "k")
        let launch = Launch(kernel: kernel, grid: grid, block: block, arguments: [])
        let error = #expect(throws: ComputeError.self) { try LaunchChecks.check(launch, on: device.attributes) }
        #expect(error?.code == .invalidDimensions)
        #expect(error?.message.contains(text) == true)
    }

    @Test func `shared memory beyond the device is refused`() throws {
        let kernel = try device.load(ptx: KernelText.kernel("    ret;"), entry: "k")
        let launch = Launch(
            kernel: kernel, grid: Dimensions(1), block: Dimensions(1), sharedBytes: 232_449, arguments: [])
        #expect(throws: ComputeError.self) { try LaunchChecks.check(launch, on: device.attributes) }
    }

    @Test func `arguments of the wrong number or size are refused`() throws {
        let kernel = try device.load(ptx: KernelText.kernel(parameters: ".param .u32 n", "    ret;"), entry: "k")
        for arguments in [[], [.scalar(1, byteCount: 8)], [.scalar(1, byteCount: 4), .scalar(1, byteCount: 4)]]
            as [[Launch.Argument]]
        {
            let launch = Launch(kernel: kernel, grid: Dimensions(1), block: Dimensions(1), arguments: arguments)
            let error = #expect(throws: ComputeError.self) { try LaunchChecks.check(launch, on: device.attributes) }
            #expect(error?.code == .invalidArguments)
        }
    }

    @Test func `instances do not share a kernel's global variables`() throws {
        let ptx = KernelText.words(
            module: ".global .align 4 .u32 counter = 40;",
            """
                mov.u64 %rd2, counter;
                atom.global.add.u32 %r1, [%rd2], 1;

            """)
        let runner = CPURunner()
        let loaded = try runner.device.load(ptx: ptx, entry: "k")
        let (first, second) = (loaded.forInstance(), loaded.forInstance())
        let buffer = try runner.device.makeBuffer(byteCount: 4)
        func next(_ kernel: any Kernel) throws -> UInt32 {
            try runner.run(
                Launch(
                    kernel: kernel, grid: Dimensions(1), block: Dimensions(1), arguments: [.buffer(buffer, offset: 0)]))
            var word: UInt32 = 0
            try withUnsafeMutableBytes(of: &word) { try buffer.read(into: $0, at: 0) }
            return word
        }
        #expect(try [next(first), next(first), next(second), next(first)] == [40, 41, 40, 42])
    }
}
