/// `vprintf`: what a kernel prints, thread by thread.
extension Gang {
    /// Bytes of a format, of one string argument, and of one thread's output at most.
    private static let textLimit = 4_096

    /// d = the number of arguments, or -1; a points to the format, b to the arguments, both by generic addresses.
    mutating func print(_ i: Operation, at index: Int) throws(KernelFault) {
        let (formats, arguments) = (row(i.a, of: UInt64.self), row(i.b, of: UInt64.self))
        for lane in first..<end where isFull || mask[lane] != 0 {
            let format = try readText(formats[lane], lane, index)
            var text = PrintFormatter(format)
            var address = arguments[lane]
            while let conversion = text.next() {
                switch conversion.argument {
                case .none: text.append(literal: conversion)
                case .word:
                    text.append(conversion, UInt64(try readArgument(&address, UInt32.self, lane, index)))
                case .doubleWord: text.append(conversion, try readArgument(&address, UInt64.self, lane, index))
                case .text:
                    let pointer = try readArgument(&address, UInt64.self, lane, index)
                    text.append(
                        conversion, text: pointer == 0 ? Array("(null)".utf8) : try readText(pointer, lane, index))
                }
                if text.output.count > Self.textLimit { break }
            }
            context.output?(Array(text.output.prefix(Self.textLimit)))
            if i.d >= 0 { row(i.d, of: UInt32.self)[lane] = UInt32(text.argumentCount) }
        }
    }

    private mutating func readText(_ address: UInt64, _ lane: Int, _ index: Int) throws(KernelFault) -> [UInt8] {
        let access = Access(size: 1, alignment: 1, space: .generic, isStore: false, operation: index)
        var bytes: [UInt8] = []
        while bytes.count < Self.textLimit {
            let byte = try locate(address &+ UInt64(bytes.count), lane, access).load(as: UInt8.self)
            if byte == 0 { break }
            bytes.append(byte)
        }
        return bytes
    }

    /// Arguments lie one after the other, each aligned to its size.
    private mutating func readArgument<Word: FixedWidthInteger>(
        _ address: inout UInt64, _: Word.Type, _ lane: Int, _ index: Int
    ) throws(KernelFault) -> Word {
        let size = UInt64(MemoryLayout<Word>.size)
        address = (address &+ size &- 1) & ~(size &- 1)
        let access = Access(size: size, alignment: size, space: .generic, isStore: false, operation: index)
        let value = try locate(address, lane, access).load(as: Word.self)
        address &+= size
        return value
    }
}
