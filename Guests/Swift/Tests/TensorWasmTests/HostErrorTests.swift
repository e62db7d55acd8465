import Testing

@testable import TensorWasm

struct HostErrorTests {
    @Test func `an answer that is not negative is handed on`() throws {
        #expect(try HostError.check(Int64(7)) == 7)
    }

    @Test func `a negative answer is thrown as its code, whatever its width`() {
        #expect(performing { () throws(HostError) in try HostError.check(Int32(-5)) } == .launchFailed)
        #expect(performing { () throws(HostError) in try HostError.check(Int64.min) }?.rawValue == .min)
    }

    @Test func `without a host there is no device`() {
        #expect(performing { () throws(HostError) in _ = try DeviceBuffer(byteCount: 8) } == .notAvailable)
        #expect(performing { () throws(HostError) in try Device.synchronize() } == .notAvailable)
    }

    @Test func `the names are those of the interface`() {
        let names = (-12..<0).map { HostErrorCode(rawValue: $0).name.description }
        #expect(names.first == "unknown")
        #expect(Set(names).count == 12)
        #expect(HostErrorCode.malformedPTX.name.description == "malformed_ptx")
        #expect(HostErrorCode.invalidHandle.name.description == "invalid_handle")
    }

    /// The code of what `body` throws.
    private func performing(_ body: () throws(HostError) -> Void) -> HostErrorCode? {
        do throws(HostError) {
            try body()
            return nil
        } catch {
            return error.code
        }
    }
}
