import Testing

@testable import Compute

@Suite struct SessionMemoryTests {
    private let observer = TestObserver()

    @Test func `memory is charged to the tenant and given back when freed`() throws {
        let device = TestDevice()
        let service = ComputeService.test(device, observer)
        let session = TestSession(service, id: 1, tenant: 3)
        let handles = try [10, 20].map { try session.session.allocate(byteCount: $0) }
        #expect(handles == [1, 2] && service.deviceMemory(of: 3) == 30)
        #expect(session.session.buffer(2)?.byteCount == 20)
        try session.session.free(1)
        #expect(observer.seen.memory == [3: 20] && device.bufferBytes.load(ordering: .relaxed) == 20)
        #expect(throws: ComputeError(.invalidHandle, "there is no device buffer 1")) { try session.session.free(1) }
    }

    @Test(arguments: [0, -1, Int64.min])
    func `a buffer without bytes is refused`(_ byteCount: Int64) {
        let session = TestSession(.test(TestDevice(), observer), id: 1)
        let failure = #expect(throws: ComputeError.self) { try session.session.allocate(byteCount: byteCount) }
        #expect(failure?.code == .invalidArguments)
    }

    @Test func `quotas of instance and tenant hold, and what was refused costs nothing`() throws {
        let service = ComputeService.test(TestDevice(), observer) {
            $0.deviceMemoryBytes = 100
            $0.deviceMemoryBytesPerTenant = 150
            $0.buffers = 3
        }
        let (one, two) = (TestSession(service, id: 1), TestSession(service, id: 2))
        func code(_ session: TestSession, _ bytes: Int64) -> ComputeError.Code? {
            do {
                _ = try session.session.allocate(byteCount: bytes)
                return nil
            } catch {
                return error.code
            }
        }
        #expect(code(one, 101) == .quotaExceeded && code(one, .max) == .quotaExceeded)
        #expect(code(one, 100) == nil && code(two, 51) == .quotaExceeded && code(two, 48) == nil)
        #expect(code(two, 1) == nil && code(two, 1) == nil && code(two, 1) == .quotaExceeded)
        #expect(observer.seen.memory == [0: 150])
        one.end()
        #expect(observer.seen.memory == [0: 50] && service.deviceMemory(of: 0) == 50)
        two.end()
        #expect(observer.seen.memory == [0: 0])
    }

    @Test func `a buffer that the device cannot make costs nothing`() {
        let failure = ComputeError(.quotaExceeded, "no memory")
        let service = ComputeService.test(TestDevice(bufferFailure: failure), observer) { $0.buffers = 1 }
        let session = TestSession(service, id: 1)
        for _ in 0..<3 { #expect(throws: failure) { try session.session.allocate(byteCount: 100) } }
        #expect(observer.seen.memory == [0: 0])
    }

    @Test func `a freed buffer stays for the launches that use it`() throws {
        let device = TestDevice()
        let session = TestSession(.test(device, observer), id: 1)
        let handle = try session.session.allocate(byteCount: 100)
        for _ in 0..<2 { try session.launch(.held, buffers: [try #require(session.session.buffer(handle))]) }
        try session.session.free(handle)
        #expect(session.session.buffer(handle) == nil && observer.seen.memory == [0: 100])
        device.running(session.name(1))?.end()
        #expect(observer.seen.memory == [0: 100] && device.bufferBytes.load(ordering: .relaxed) == 100)
        device.running(session.name(2))?.end()
        #expect(observer.seen.memory == [0: 0])
    }

    @Test func `another instance's buffer is not an argument`() throws {
        let device = TestDevice()
        let service = ComputeService.test(device, observer)
        let (_, buffer) = try TestSession(service, id: 1).buffer(10)
        let failure = #expect(throws: ComputeError.self) {
            try TestSession(service, id: 2).launch(.immediate, buffers: [buffer])
        }
        #expect(failure?.code == .invalidHandle && device.started == [])
    }

    @Test func `variables of kernels cost each load of theirs until the session ends`() throws {
        let service = ComputeService.test(TestDevice(), observer) { $0.deviceMemoryBytes = 100 }
        let session = TestSession(service, id: 1)
        let ids = try (0..<2).map { _ in try session.load("variables 40").get() }
        #expect(ids == [0, 1] && observer.seen.memory == [0: 80])
        let kernels = try ids.map { try #require(session.session.kernel($0)) }
        #expect(kernels[0] !== kernels[1], "each has variables of its own")
        let third = session.load("variables 40")
        #expect(
            third
                == .failure(
                    ComputeError(
                        .quotaExceeded,
                        "40 bytes of device memory are asked for; the instance has 80 of its 100 bytes")))
        #expect(try session.load("variables 20").get() == 2)
        session.end()
        #expect(observer.seen.memory == [0: 0])
    }
}
