import Compute
import Settings
import Threads

/// Makes the device that runs the kernels of guests.
enum KernelDevice {
    /// - Parameter threads: of the CPU device; `nil` for one for each processor core.
    /// - Returns: `nil` when devices are switched off.
    /// - Throws: ``CommandError`` when the device that was asked for does not exist.
    static func make(_ choice: DeviceChoice, threads: Int?) throws(CommandError) -> (any Device)? {
        switch choice {
        case .off: return nil
        case .auto, .cpu: return CPUDevice(threads: threads ?? AvailableProcessors.count)
        case .cuda:
            throw CommandError(
                .failure, kind: "no_device",
                "TENSOR_WASM_DEVICE is cuda, and this version has no CUDA device; set it to auto, cpu or off")
        }
    }
}
