import Testing

@testable import Compute

@Suite struct DeadlineMarginTests {
    @Test(arguments: [
        (UInt64(62_900_000), "the call's deadline is in 12 ms; a launch needs at least 50 ms"),
        (99_999_999, "the call's deadline is in 49 ms; a launch needs at least 50 ms"),
        (50_000_000, "the call's deadline has passed; a launch needs at least 50 ms"),
        (1, "the call's deadline has passed; a launch needs at least 50 ms"),
        (100_000_000, nil),
        (.max, nil),
    ])
    func `a launch is refused when the deadline is nearer than the margin`(_ deadline: UInt64, _ message: String?) {
        var failure: ComputeError?
        do throws(ComputeError) {
            try DeadlineMargin.check(deadline, at: 50_000_000, margin: 50_000_000)
        } catch {
            failure = error
        }
        #expect(failure == message.map { ComputeError(.launchFailed, $0) })
    }
}
