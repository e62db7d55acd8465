import CWasmtime

/// One call of a host function by a guest: its arguments, its result, and the guest's memory.
///
/// Valid only while the host function runs.
public struct HostCall: ~Copyable {
    private let caller: OpaquePointer
    private let slots: UnsafeMutableBufferPointer<wasmtime_val_raw_t>
    private var trapMessage: String?

    init(caller: OpaquePointer, slots: UnsafeMutableBufferPointer<wasmtime_val_raw_t>) {
        self.caller = caller
        self.slots = slots
    }

    /// The parameter at `index`, which the function's type declares as `i32`.
    public func i32(_ index: Int) -> Int32 { slots[index].i32 }
    /// The same bits as an unsigned number: offsets and lengths are unsigned.
    public func u32(_ index: Int) -> UInt32 { UInt32(bitPattern: slots[index].i32) }
    /// The parameter at `index`, which the function's type declares as `i64`.
    public func i64(_ index: Int) -> Int64 { slots[index].i64 }

    /// Sets the `i32` result.
    public mutating func returns(i32 value: Int32) { slots[0].i32 = value }
    /// Sets the `i64` result.
    public mutating func returns(i64 value: Int64) { slots[0].i64 = value }

    /// Sets the result, which has the type that the function declares.
    public mutating func returns(_ value: Value) {
        switch value {
        case .i32(let value): slots[0].i32 = value
        case .i64(let value): slots[0].i64 = value
        case .f32(let value): slots[0].f32 = value
        case .f64(let value): slots[0].f64 = value
        }
    }

    /// Ends the guest with a trap of that text instead of returning.
    public mutating func trap(_ message: String) { trapMessage = message }

    /// The call that runs the guest.
    public var invocation: Invocation { Invocation.current(of: caller) }

    /// The memory the guest exports as `memory`; `nil` when it exports none.
    public func memory() -> GuestMemory? { GuestMemory(caller: caller) }

    consuming func takeTrap() -> OpaquePointer? {
        trapMessage.map { wasmtime_trap_new($0, $0.utf8.count) }
    }
}

/// One call of a host function that may suspend its guest.
public struct SuspendingHostCall: ~Copyable {
    private let caller: OpaquePointer
    private let arguments: UnsafeBufferPointer<wasmtime_val_t>

    init(caller: OpaquePointer, arguments: UnsafeBufferPointer<wasmtime_val_t>) {
        self.caller = caller
        self.arguments = arguments
    }

    /// The parameter at `index`, which the function's type declares as `i32`, as an unsigned number.
    public func u32(_ index: Int) -> UInt32 { UInt32(bitPattern: arguments[index].of.i32) }
    /// The parameter at `index`, which the function's type declares as `i64`.
    public func i64(_ index: Int) -> Int64 { arguments[index].of.i64 }

    /// The call that runs the guest.
    public var invocation: Invocation { Invocation.current(of: caller) }

    /// The memory the guest exports as `memory`; `nil` when it exports none. Not valid after the guest suspends.
    public func memory() -> GuestMemory? { GuestMemory(caller: caller) }
}
