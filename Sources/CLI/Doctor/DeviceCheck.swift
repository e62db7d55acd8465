import Settings

/// Whether the device that the settings ask for exists.
enum DeviceCheck {
    private static let name = "device"

    static func run(_ settings: Settings) -> CheckResult {
        do throws(CommandError) {
            guard let device = try KernelDevice.make(settings.device, threads: settings.kernelThreads) else {
                return .ok(name, "switched off; guests are told that none is available")
            }
            device.shutDown()
            return .ok(name, device.attributes.name)
        } catch {
            return .fail(name, error.message, advice: "set TENSOR_WASM_DEVICE")
        }
    }
}
