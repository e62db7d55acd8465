import Testing

@testable import PTX

struct ParserConstantTests {
    /// Values of NVIDIA's assembler where the operands' signs matter.
    @Test(
        arguments: [
            ("1+2*3", 7), ("(1+2)*3", 9), ("7-2-1", 4), ("100/7/2", 7), ("-7/2", -3), ("-7 % 4", 1), ("7 % -4", 7),
            ("(-2 % -1)>>63", 1),
            ("(1|0)-2>>63", -1), ("(1&1U)-2>>63", 1), ("(1^0)-2>>63", -1),
            ("1<<2+1", 8), ("1|6&3^1", 3), ("5&3==3", 1), ("2<3<1", 0), ("1==1!=0", 1), ("0||2&&3", 1), ("~0", -1),
            ("~0>>63", 1), ("-1>>63", -1), ("-1U>>63", 1), ("(.u64)-1>>63", 1), ("(.s64)(~0)>>63", -1), ("- -5", 5),
            ("!!7", 1), ("+5", 5), ("-1<0", 1), ("-1<0U", 0), ("-1<(.s64)0U", 1), ("1?2:3", 2), ("0?2:0?4:5", 5),
            ("1?2?3:4:5", 3), ("(1?2:3)+1", 3), ("1<<64", 1), ("1<<63", Int64.min),
            ("9223372036854775807+1", Int64.min),
            ("-9223372036854775808/-1", 0), ("(-9223372036854775807-1)/-1", .min),
            ("(-9223372036854775807-1) % -1", .min),
            ("18446744073709551615", -1), ("0xFFFFFFFFFFFFFFFF+1", 0), ("4294967296*4294967296", 0), ("WARP_SZ-1", 31),
            ("1.5<2.5", 1), ("1.5==1.5", 1), ("((((1))))", 1), ("010+0x10+0b10", 26),
        ] as [(String, Int64)])
    func `integer expressions are folded in 64 bits`(_ text: String, _ value: Int64) throws {
        #expect(try SyntaxText.instruction("op \(text);").operands == [.integer(UInt64(bitPattern: value))])
    }

    @Test(arguments: [
        ("1.5+2.0", 3.5), ("-1.5*2.0", -3), ("1.0/4.0", 0.25), ("(1.5-2.5)", -1), ("1?0.5:2.5", 0.5),
        ("1.0/0.0", .infinity),
    ])
    func `expressions of decimal floats are folded in binary64`(_ text: String, _ value: Double) throws {
        #expect(try SyntaxText.instruction("op \(text);").operands == [.double(value.bitPattern)])
    }

    @Test(arguments: [
        ("1/0", "division by zero in a constant expression"),
        ("1 % (2-2)", "division by zero in a constant expression"),
        ("1U/0", "division by zero in a constant expression"), ("1.5*2", "`*` does not take these operands"),
        ("1.5%2.5", "expected `,` or `;`"), ("1.5 % 2.5", "`%` does not take these operands"),
        ("-0f3F800000", "`-` does not take these operands"), ("~1.5", "`~` does not take these operands"),
        ("1.5?1:2", "condition that is not an integer"), ("(.u64)1.5", "cast of a floating-point number"),
        ("(1", "expected `)`"), ("1+", "expected a number"), ("1?2", "expected `:`"), ("()", "expected a number"),
        ("(.s32)1", "expected a number"), ("[a+1.5]", "expected a number of bytes, found a floating-point number"),
    ])
    func `an expression without a value is refused`(_ text: String, _ message: String) {
        let faults = SyntaxText.parse(SyntaxText.kernel("op \(text);")).diagnostics
        #expect(faults.count == 1)
        #expect(faults.first?.message.hasPrefix(message) == true, "\(faults)")
    }
}
