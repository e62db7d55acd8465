import Synchronization
import Testing

@testable import Compute

/// A session that numbers its launches, so that ``TestDevice`` can tell whether their order is kept.
final class TestSession: Sendable {
    let session: ComputeSession
    let id: UInt64
    private let launches = Atomic<UInt64>(0)

    init(
        _ service: ComputeService, id: UInt64, tenant: UInt64 = 0, deadline: UInt64 = .max,
        output: (@Sendable ([UInt8]) -> Void)? = nil
    ) {
        self.id = id
        session = service.makeSession(tenant: tenant, deadline: deadline, output: output)
    }

    /// The name at the device of the launch with that number, from 1 on.
    func name(_ number: UInt64) -> UInt64 { id << 32 | number }

    @discardableResult
    func launch(
        _ behaviour: TestKernel.Behaviour, buffers: [any DeviceBuffer] = [],
        whenAccepted: @escaping @Sendable () -> Void = {}
    ) throws(ComputeError) -> Bool {
        let number = launches.add(1, ordering: .relaxed).newValue
        return try session.launch(
            kernel: TestKernel(behaviour, buffers: buffers.count), grid: Dimensions(1), block: Dimensions(1),
            sharedBytes: 0, arguments: [.scalar(name(number), byteCount: 8)] + buffers.map { .buffer($0, offset: 0) },
            memory: nil, whenAccepted: whenAccepted)
    }

    /// A buffer of that size, and its handle.
    func buffer(_ byteCount: Int64) throws -> (handle: Int64, buffer: any DeviceBuffer) {
        let handle = try session.allocate(byteCount: byteCount)
        return (handle, try #require(session.buffer(handle)))
    }

    /// Loads a kernel and waits for it.
    func load(_ text: String, entry: String = "main") -> Result<Int64, ComputeError> {
        let answer = Answer()
        if let known = session.load(ptx: Array(text.utf8), entry: entry, then: answer.set) { return known }
        answer.isThere.wait()
        return answer.result.withLock { $0 } ?? .failure(ComputeError(.internal, "no answer"))
    }

    /// Ends the session and waits until the device has nothing of it.
    func end(_ reason: LaunchStopReason = .cancelled) {
        let over = Signal()
        if !session.end(reason, then: { over.fire() }) { over.wait() }
    }

    /// Waits until no launch is left.
    func sync() {
        let idle = Signal()
        if !session.whenIdle({ idle.fire() }) { idle.wait() }
    }
}

private final class Answer: Sendable {
    let isThere = Signal()
    let result = Mutex<Result<Int64, ComputeError>?>(nil)

    @Sendable func set(_ answer: Result<Int64, ComputeError>) {
        result.withLock { $0 = answer }
        isThere.fire()
    }
}

extension ComputeService {
    /// A service whose digests are the texts themselves.
    static func test(
        _ device: (any Device)?, _ observer: TestObserver = TestObserver(),
        _ change: (inout ComputeLimits) -> Void = { _ in }
    ) -> ComputeService {
        var limits = ComputeLimits()
        change(&limits)
        return ComputeService(device: device, limits: limits, digest: { $0 }, observer: observer)
    }
}
