import CWasmtime

/// What is left of an invocation that was dropped while a device still worked on its instance's memory.
final class InstanceRemains: @unchecked Sendable {
    // Unchecked: whoever holds it last drops it, once; nothing else touches what it holds.
    private let store: OpaquePointer?
    private let future: OpaquePointer?
    /// Borrowed by the future.
    private let operands: OperandBlock
    /// Keeps the module's code and the engine.
    private let template: InstanceTemplate

    init(store: OpaquePointer?, future: OpaquePointer?, operands: consuming OperandBlock, template: InstanceTemplate) {
        self.store = store
        self.future = future
        self.operands = operands
        self.template = template
    }

    /// Unwinds the guest and drops its instance.
    func drop() { Self.drop(store: store, future: future, ticker: template.module.engine.ticker) }

    /// Unwinds a guest that has not ended, and drops its instance.
    static func drop(store: OpaquePointer?, future: OpaquePointer?, ticker: EpochTicker) {
        if let future { wasmtime_call_future_delete(future) }
        guard let store else { return }
        wasmtime_store_delete(store)
        ticker.guestEnded()
    }
}
