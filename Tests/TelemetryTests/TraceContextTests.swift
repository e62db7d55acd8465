import Telemetry
import Testing

@Suite struct TraceContextTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let span = "00f067aa0ba902b7"

    @Test(arguments: [
        ("00-\(trace)-\(span)-01", true), ("00-\(trace)-\(span)-00", false), ("00-\(trace)-\(span)-ff", true),
        ("00-\(trace)-\(span)-02", false),
        ("01-\(trace)-\(span)-01", true), ("fe-\(trace)-\(span)-00", false), ("01-\(trace)-\(span)-01-", true),
        ("cc-\(trace)-\(span)-01-what-the-future-will-be-like", true),
    ])
    func aWellFormedHeaderIsRead(header: String, isSampled: Bool) throws {
        let context = try #require(TraceContext(traceparent: header))
        #expect(context.traceID.hex == Self.trace)
        #expect(context.spanID.hex == Self.span)
        #expect(context.isSampled == isSampled)
        #expect(TraceContext(traceparent: Array(header.utf8)) == context)
        #expect(TraceContext(traceparent: "x\(header)".dropFirst()) == context)
    }

    @Test(arguments: [
        "", "00", "00-", "00-\(trace)", "00-\(trace)-\(span)", "00-\(trace)-\(span)-", "00-\(trace)-\(span)-0",
        "00-\(trace)-\(span)-01-", "00-\(trace)-\(span)-01-extra", "00-\(trace)-\(span)-011", "00-\(trace)-\(span)-01 ",
        " 00-\(trace)-\(span)-01", "01-\(trace)-\(span)-01.x", "01-\(trace)-\(span)-011",
        "ff-\(trace)-\(span)-01", "FE-\(trace)-\(span)-01", "0-\(trace)-\(span)-01", "000-\(trace)-\(span)-01",
        "0x-\(trace)-\(span)-01", "00-\(trace)-\(span)-0x", "00-\(trace)-\(span)-0A",
        "00-00000000000000000000000000000000-\(span)-01", "00-\(trace)-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-\(span)-01", "00-\(trace)-00F067AA0BA902B7-01",
        "00-4bf92f3577b34da6a3ce929d0e0e473-\(span)-01", "00-4bf92f3577b34da6a3ce929d0e0e47366-\(span)-01",
        "00-\(trace)-00f067aa0ba902b-01", "00-\(trace)-00f067aa0ba902b77-01", "00_\(trace)-\(span)-01",
        "00-\(trace)_\(span)-01", "00-\(trace)-\(span)_01", "00-\(trace)-\(span)-01\n", "00-\(trace)-\(span)-٠١",
    ])
    func aMalformedHeaderIsRefused(header: String) {
        #expect(TraceContext(traceparent: header) == nil)
    }

    @Test func everySingleByteChangedToABlankSpoilsTheHeader() {
        let header = Array("00-\(Self.trace)-\(Self.span)-01".utf8)
        for index in header.indices {
            var changed = header
            changed[index] = UInt8(ascii: " ")
            #expect(TraceContext(traceparent: changed) == nil)
        }
    }

    @Test func anEndlessHeaderIsReadNoFurtherThanItsFields() {
        let header = sequence(first: UInt8(ascii: "0")) { _ in UInt8(ascii: "0") }
        #expect(TraceContext(traceparent: header) == nil)
    }

    @Test func aHeaderThatWasWrittenReadsBackTheSame() {
        for isSampled in [true, false] {
            let context = TraceContext.random(isSampled: isSampled)
            #expect(context.traceparent.utf8.count == 55)
            #expect(TraceContext(traceparent: context.traceparent) == context)
        }
    }

    @Test func aHigherVersionIsAnsweredInOurs() {
        let context = TraceContext(traceparent: "01-\(Self.trace)-\(Self.span)-ff-more")
        #expect(context?.traceparent == "00-\(Self.trace)-\(Self.span)-01")
    }

    @Test func aChildStaysInTheTraceWithASpanOfItsOwn() throws {
        let parent = try #require(TraceContext(traceparent: "00-\(Self.trace)-\(Self.span)-00"))
        let child = parent.child()
        #expect(child.traceID == parent.traceID)
        #expect(child.spanID != parent.spanID)
        #expect(!child.isSampled)
    }
}
