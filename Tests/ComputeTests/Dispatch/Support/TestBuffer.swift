import Synchronization

@testable import Compute

/// A buffer of ``TestDevice``, which counts the bytes that are there.
final class TestBuffer: DeviceBuffer {
    let byteCount: Int
    private let device: TestDevice

    init(_ byteCount: Int, on device: TestDevice) {
        self.byteCount = byteCount
        self.device = device
        device.buffersMade.fire()
        device.bufferBytes.add(byteCount, ordering: .relaxed)
    }

    deinit {
        device.bufferBytes.subtract(byteCount, ordering: .relaxed)
        device.buffersGone.fire()
    }

    func write(_ source: UnsafeRawBufferPointer, at offset: Int) throws(ComputeError) {}
    func read(into destination: UnsafeMutableRawBufferPointer, at offset: Int) throws(ComputeError) {}
}
