/// A kernel that a device has prepared. Immutable; shared between instances of a tenant.
public protocol Kernel: AnyObject, Sendable {
    /// The name of its entry.
    var entry: String { get }
    /// Its parameters in order.
    var parameters: [KernelParameter] { get }
    /// Shared bytes it declares itself; the launch's dynamic ones come on top.
    var staticSharedBytes: Int { get }
    /// `.reqntid`: the only block size it runs with.
    var requiredBlock: Dimensions? { get }
    /// `.maxntid` as a product: threads of a block at most.
    var maximumThreads: Int? { get }
    /// Bytes of its `.global` variables, which each instance has for itself.
    var variableBytes: Int { get }
    /// A kernel of the same code with `.global` variables of its own, as they are at first; itself when it has none.
    func forInstance() -> any Kernel
    /// An estimate of the memory it holds, in bytes, for bounded caches.
    var footprint: Int { get }
}

/// A parameter of a kernel.
public struct KernelParameter: Sendable, Equatable {
    /// The name as written.
    public let name: String
    /// Size in bytes.
    public let byteCount: Int
    /// Its type's spelling without the dot: `u64`, `f32`, or `b8` for a structure.
    public let type: String

    /// A parameter of these parts.
    public init(name: String, byteCount: Int, type: String) {
        self.name = name
        self.byteCount = byteCount
        self.type = type
    }
}

/// Memory that stays on a device between launches. It goes when nobody refers to it any more.
public protocol DeviceBuffer: AnyObject, Sendable {
    /// Size in bytes.
    var byteCount: Int { get }
    /// Copies `source` to `offset`; the caller has checked the range and that no launch uses the buffer.
    func write(_ source: UnsafeRawBufferPointer, at offset: Int) throws(ComputeError)
    /// Copies from `offset` into `destination`; the caller has checked the range and that no launch uses the buffer.
    func read(into destination: UnsafeMutableRawBufferPointer, at offset: Int) throws(ComputeError)
}

/// Sizes in x, y and z.
public struct Dimensions: Sendable, Equatable {
    /// Size in x.
    public let x: Int
    /// Size in y.
    public let y: Int
    /// Size in z.
    public let z: Int

    /// Sizes in x, y and z.
    public init(_ x: Int, _ y: Int = 1, _ z: Int = 1) {
        self.x = x
        self.y = y
        self.z = z
    }
}
