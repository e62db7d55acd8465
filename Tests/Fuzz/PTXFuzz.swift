/// The entry that libFuzzer calls with texts of its own making. Compiled together with the sources of `PTX`.
///
/// Whatever the text: it is judged without a crash and within the limits, every fault has a place inside the text, and
/// what was read is the same after it was printed and read again.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    // Sound: libFuzzer passes `count` bytes that live until this returns.
    let text = Array(UnsafeBufferPointer(start: start, count: count))
    let result = PTXParser.parse(text)
    for fault in result.diagnostics {
        precondition(Int(fault.span.offset) <= text.count, "a fault beyond the text")
    }
    guard let unit = result.unit, result.diagnostics.isEmpty else { return 0 }
    let printed = Array(PTXPrinter.print(unit).utf8)
    let again = PTXParser.parse(printed)
    precondition(again.unit == unit && again.diagnostics.isEmpty, "printed and read again, the text is another one")
    _ = try? CheckedModule.read(text, limits: PTXLimits())
    return 0
}
