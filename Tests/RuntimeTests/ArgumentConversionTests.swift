import Testing
import WasmEngine

@testable import Runtime

@Suite struct ArgumentConversionTests {
    @Test(
        arguments: [
            (.number("-2147483648"), .i32, .i32(.min)), (.number("4294967295"), .i32, .i32(-1)),
            (.number("-0"), .i32, .i32(0)), (.number("9223372036854775807"), .i64, .i64(.max)),
            (.number("18446744073709551615"), .i64, .i64(-1)), (.string("-9223372036854775808"), .i64, .i64(.min)),
            (.number("1"), .f32, .f32(1)), (.number("-2.5e-1"), .f64, .f64(-0.25)), (.number("0.1"), .f32, .f32(0.1)),
            (.string("Infinity"), .f64, .f64(.infinity)), (.string("-Infinity"), .f32, .f32(-.infinity)),
            (.number("1e-400"), .f64, .f64(0)),
        ] as [(ArgumentLiteral, ValueType, Value)])
    func `a literal becomes the declared type`(_ literal: ArgumentLiteral, _ type: ValueType, _ value: Value) throws {
        #expect(try ArgumentConversion.convert([literal], to: [type]) == [value])
    }

    @Test func `not a number is passed by its name`() throws {
        guard case .f64(let value) = try ArgumentConversion.convert([.string("NaN")], to: [.f64])[0] else { return }
        #expect(value.isNaN)
    }

    @Test(
        arguments: [
            (.number("4294967296"), .i32), (.number("-2147483649"), .i32), (.number("1.0"), .i32),
            (.number("1e2"), .i32),
            (.string("1"), .i32), (.boolean(true), .i32), (.null, .i64), (.number("18446744073709551616"), .i64),
            (.string("+1"), .i64), (.string("1.5"), .i64), (.string(""), .i64), (.string("--1"), .i64),
            (.string("nan"), .f64), (.string("1"), .f64), (.number("1e400"), .f64), (.number("1e39"), .f32),
            (.array, .f32),
            (.object, .f64), (.number("1"), .v128), (.number("1"), .reference),
        ] as [(ArgumentLiteral, ValueType)])
    func `what does not fit is refused with its index`(_ literal: ArgumentLiteral, _ type: ValueType) {
        let error = #expect(throws: RuntimeError.self) {
            try ArgumentConversion.convert([.number("1"), literal], to: [.i32, type])
        }
        guard case .invalidArguments(let text)? = error else {
            Issue.record("another error")
            return
        }
        #expect(text.contains("argument 1 "))
    }

    @Test func `the number of arguments must be that of the parameters`() {
        #expect(throws: RuntimeError.self) { try ArgumentConversion.convert([], to: [.i32]) }
        #expect(throws: RuntimeError.self) { try ArgumentConversion.convert([.number("1")], to: []) }
    }
}
