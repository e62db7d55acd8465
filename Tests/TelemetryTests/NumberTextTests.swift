import Testing

@testable import Telemetry

@Suite struct NumberTextTests {
    private func text(_ append: (inout [UInt8]) -> Void) -> String {
        var bytes = Array("<".utf8)
        append(&bytes)
        return String(decoding: bytes.dropFirst(), as: UTF8.self)
    }

    @Test(arguments: [UInt64.min, 7, 10, 1_234_567_890, .max])
    func unsignedIntegersAreDecimal(value: UInt64) {
        #expect(text { NumberText.append(value, to: &$0) } == String(value))
    }

    @Test(arguments: [Int64.min, -1, 0, .max])
    func signedIntegersAreDecimal(value: Int64) {
        #expect(text { NumberText.append(value, to: &$0) } == String(value))
    }

    @Test(arguments: [
        (0, "0", "0.0"), (1, "1", "1.0"), (30, "30", "30.0"), (0.005, "0.005", "0.005"), (0.0001, "0.0001", "0.0001"),
        (1e-05, "1e-05", "1e-05"), (2.5, "2.5", "2.5"), (-0.5, "-0.5", "-0.5"), (1e100, "1e+100", "1e+100"),
        (Double.infinity, "+Inf", "+Inf"), (-.infinity, "-Inf", "-Inf"), (.nan, "NaN", "NaN"),
    ])
    func realNumbersAreTheShortestTextOfTheirFormat(value: Double, prometheus: String, openMetrics: String) {
        #expect(text { NumberText.append(value, format: .prometheusText, to: &$0) } == prometheus)
        #expect(text { NumberText.append(value, format: .openMetrics, to: &$0) } == openMetrics)
    }

    @Test(
        arguments: [
            (0, "0"), (1, "0.000000001"), (100, "0.0000001"), (300_000_000, "0.3"), (1_000_000_000, "1"),
            (12_345_678_901, "12.345678901"), (1_050_000_000, "1.05"), (.max, "18446744073.709551615"),
        ] as [(UInt64, String)])
    func nanosecondsArePrintedAsExactSeconds(nanoseconds: UInt64, expected: String) {
        #expect(text { NumberText.appendSeconds(nanoseconds: nanoseconds, to: &$0) } == expected)
    }

    @Test func anyBoundReadsBackAsTheSameNumber() {
        for exponent in -9...8 {
            for digit in 1...9 {
                let bound = Double("\(digit).25e\(exponent)") ?? .nan
                for format in ExpositionFormat.allCases {
                    #expect(Double(text { NumberText.append(bound, format: format, to: &$0) }) == bound)
                }
            }
        }
    }
}
