/// What a kernel in the cache is found by. Tenants do not share kernels: the time a load takes tells nobody what
/// another tenant has loaded.
struct KernelKey: Hashable {
    let tenant: UInt64
    /// SHA-256 of the PTX text.
    let digest: [UInt8]
    let entry: String
    let device: DeviceAttributes.Kind
}
