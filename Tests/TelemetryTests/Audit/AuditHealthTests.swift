import Testing

@testable import Telemetry

struct AuditHealthTests {
    @Test func `only the beginning and the end of losses are told`() {
        var health = AuditHealth()
        #expect(health.caughtUp() == nil)
        #expect(health.lost(1, .queueFull) == .losing(.queueFull))
        #expect(health.lost(2, .queueFull) == nil)
        #expect(health.lost(0, .writeFailed(reason: "full")) == nil)
        #expect(health.caughtUp() == .recovered(dropped: 3))
        #expect(health.caughtUp() == nil)
        #expect(health.lost(5, .closed) == .losing(.closed))
        #expect(health.caughtUp() == .recovered(dropped: 5))
    }

    @Test func `reports are sentences for a log`() {
        #expect(
            AuditReport.losing(.writeFailed(reason: "No space left on device")).description
                == "audit records are being dropped: a write failed: No space left on device")
        #expect(
            AuditReport.recovered(dropped: 7).description
                == "the audit log is written again; records dropped meanwhile: 7")
    }
}
