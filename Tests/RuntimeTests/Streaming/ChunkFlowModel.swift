import Testing
import WasmEngine

@testable import Runtime

/// What a stream of one-byte chunks promises, told by counting. Chunks are numbered from 0.
struct ChunkFlowModel {
    enum Guest: Equatable {
        case free
        case emitting
        case flushing
    }

    let inFlight: Int
    var guest = Guest.free
    var isGone = false
    var isEnded = false
    private var emitted = 0
    private var delivered = 0
    private var acknowledged = 0
    private var taken: Int { emitted - (guest == .emitting ? 1 : 0) }

    init(inFlight: Int) { self.inFlight = inFlight }

    var nextNumber: UInt8 { UInt8(emitted) }

    mutating func emit() -> ChunkAnswer? {
        if isGone { return .clientGone }
        emitted += 1
        guard taken - acknowledged > inFlight else { return .done }
        guest = .emitting
        return nil
    }

    mutating func flush() -> ChunkAnswer? {
        if isGone { return .clientGone }
        if taken == acknowledged { return .done }
        guest = .flushing
        return nil
    }

    mutating func handedOut(_ batch: [[UInt8]]) {
        let expected = isGone || delivered == taken ? [] : (delivered..<delivered + batch.count).map { [UInt8($0)] }
        if batch != expected || (batch.isEmpty && !isGone && delivered < taken) {
            Issue.record("handed out \(batch) after \(delivered) of \(taken)")
        }
        delivered += batch.count
    }

    mutating func acknowledge() -> Int {
        defer { acknowledged = delivered }
        return isGone ? 0 : delivered - acknowledged
    }

    mutating func end() {
        if guest == .emitting { emitted -= 1 }
        guest = .free
        isEnded = true
    }

    /// What a waiting guest is told now.
    mutating func answer() -> ChunkAnswer? {
        guard guest != .free else { return nil }
        if isGone {
            if guest == .emitting { emitted -= 1 }
            guest = .free
            return .clientGone
        }
        let isReady = guest == .emitting ? taken - acknowledged < inFlight : taken == acknowledged
        guard isReady else { return nil }
        guest = .free
        return .done
    }

    func check(_ flow: ChunkFlow) {
        if flow.inFlight > inFlight { Issue.record("\(flow.inFlight) chunks are in flight") }
        if flow.isGuestWaiting != (guest != .free) { Issue.record("the guest waits: \(flow.isGuestWaiting)") }
        if !isGone, flow.inFlight != taken - acknowledged { Issue.record("\(flow.inFlight) chunks in flight") }
    }
}
