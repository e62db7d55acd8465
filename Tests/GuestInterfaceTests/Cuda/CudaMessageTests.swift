import Testing
import WasmEngine

@testable import GuestInterface

@Suite struct CudaMessageTests {
    @Test func `a call that succeeds leaves the last failure's message`() throws {
        let guest = CudaGuest(
            results: "i32 i32",
            body: """
                (drop (call $free (i64.const 3))) (call $length)
                (drop (call $alloc (i64.const 8))) (drop (call $sync)) (call $length)
                """)
        guard case .success(let values)? = try CudaHarness(GatedDevice()).run(guest).result else {
            Issue.record("no result")
            return
        }
        #expect(values[0] == values[1] && values[0] != .i32(0))
    }

    @Test func `a failure replaces the message of the one before`() throws {
        let guest = CudaGuest(
            results: "i32",
            body:
                "(drop (call $free (i64.const 3))) (drop (call $attribute (i32.const 99))) (call $complain) (i32.const 0)"
        )
        let output = try CudaHarness(GatedDevice()).run(guest).output
        #expect(output == "a device has no attribute 99; there are 0 to 5")
    }

    @Test func `a message is copied as far as both sides reach, and a bad region does not replace it`() throws {
        let guest = CudaGuest(
            results: "i32 i32 i32 i32 i32",
            body: """
                (drop (call $attribute (i32.const 99)))
                (call $copy (i32.const 65530) (i32.const 9)) (call $copy (i32.const -1) (i32.const -1))
                (call $copy (i32.const 100) (i32.const 8)) (call $copy (i32.const 200) (i32.const 1000)) (call $length)
                (call $complain)
                """)
        let (result, output) = try CudaHarness(GatedDevice()).run(guest)
        let length = Int32(output.utf8.count)
        #expect(result == .success([.i32(-2), .i32(-2), .i32(8), .i32(length), .i32(length)]))
    }

    @Test(arguments: [
        ("", "a", 0, 0), ("", "a", 4_096, 4_096), ("", "a", 4_097, 4_096), ("", "€", 2_000, 1_365),
        ("a", "é", 2_048, 2_047), ("", "😀", 1_025, 1_024), ("abc", "😀", 1_024, 1_023),
    ])
    func `a long message is cut between two characters`(_ head: String, _ letter: String, _ count: Int, _ kept: Int) {
        let text = head + String(repeating: letter, count: count)
        #expect(CudaSession.clip(text) == head + String(repeating: letter, count: kept))
    }

    @Test func `attributes are those of the device`() throws {
        let calls = (0...5).map { "(call $attribute (i32.const \($0)))" }.joined(separator: " ")
        let guest = CudaGuest(results: "i64 i64 i64 i64 i64 i64", body: calls)
        let expected: [Value] = [0, 90, 3, 1_024, 232_448, 32].map { .i64($0) }
        #expect(try CudaHarness(GatedDevice()).run(guest).result == .success(expected))
    }
}
