import PTX

/// `cvt`.
extension Decoder {
    mutating func decodeConversion() throws(ComputeError) {
        guard instruction.types.count == 2, let target = instruction.types.first, let origin = instruction.types.last
        else { throw unsupported }
        if target == .f16x2 || target == .bf16x2 { return try decodePackedConversion(target, origin) }
        switch (origin.float, target.float) {
        case (nil, nil): try convertIntegers(origin, target)
        case (nil, let float?): try convertToFloat(origin, float)
        case (let float?, nil): try convertToInteger(float, origin, target)
        case (let from?, let to?): try convertFloats(from, origin, to, target)
        }
    }

    private mutating func convertIntegers(_ origin: ScalarType, _ target: ScalarType) throws(ComputeError) {
        guard var from = origin.integerSource, let operand = instruction.operands.first else { throw unsupported }
        var a = try source(1, origin)
        let d = try destination(target)
        let width = width(of: operand, or: target)
        if instruction.has("sat") {
            // Clamped in 64 bits, where every value of the other types fits; unsigned 64-bit ones stay unsigned.
            let wide = makeRow(.bits64)
            emit(.convertInteger(from, .bits64)) { ($0.d, $0.a) = (wide, a) }
            let type: IntegerType = origin == .u64 ? .u64 : .s64
            for (bound, operation) in target.saturationBounds(from: origin) {
                let limit = constant(bound, .bits64)
                emit(.binary(operation, type)) { ($0.d, $0.a, $0.b) = (wide, wide, limit) }
            }
            (a, from) = (wide, .s64)
        }
        emit(.convertInteger(from, width)) { ($0.d, $0.a) = (d, a) }
        emitExtension(of: target, in: d, width)
    }

    /// A result narrower than its register is extended by its own sign.
    private mutating func emitExtension(of type: ScalarType, in row: Int32, _ width: RowWidth) {
        let registerBits = width == .bits64 ? 64 : width == .bits32 ? 32 : 16
        guard type.bitWidth < registerBits else { return }
        emit(.extend(bits: Int32(type.bitWidth), isSigned: type.kind == .signed, width)) { ($0.d, $0.a) = (row, row) }
    }

    private mutating func convertToFloat(_ origin: ScalarType, _ float: FloatType) throws(ComputeError) {
        guard let from = origin.integerSource, let target = instruction.types.first else { throw unsupported }
        let (d, a) = (try destination(target), try source(1, origin))
        emit(.integerToFloat(from, float, instruction.rounding)) { ($0.d, $0.a) = (d, a) }
        if instruction.rounding == .down, origin.kind == .unsigned, float == .f32 || float == .f64 {
            // Processors without this conversion subtract, which makes a −0 of zero when they round down.
            emit(.floatUnary(.absolute, float)) { ($0.d, $0.a, $0.b) = (d, d, d) }
        }
        if instruction.has("sat") { emit(.saturate(float)) { ($0.d, $0.a) = (d, d) } }
    }

    private mutating func convertToInteger(
        _ float: FloatType, _ origin: ScalarType, _ target: ScalarType
    ) throws(ComputeError) {
        guard let to = target.integerSource, let operand = instruction.operands.first else { throw unsupported }
        let (d, a) = (try destination(target), try source(1, origin))
        let own: RowWidth = target.bitWidth == 64 ? .bits64 : target.bitWidth == 16 ? .bits16 : .bits32
        let width = width(of: operand, or: target)
        if width == .bits64, own != .bits64 {
            let narrow = makeRow(own)
            emit(.floatToInteger(float, to, instruction.rounding)) { ($0.d, $0.a) = (narrow, a) }
            emit(.convertInteger(to, .bits64)) { ($0.d, $0.a) = (d, narrow) }
        } else {
            emit(.floatToInteger(float, to, instruction.rounding)) { ($0.d, $0.a) = (d, a) }
            emitExtension(of: target, in: d, width)
        }
    }

    private mutating func convertFloats(
        _ from: FloatType, _ origin: ScalarType, _ to: FloatType, _ target: ScalarType
    ) throws(ComputeError) {
        let d = try destination(target)
        var a = try source(1, origin)
        let isToIntegral = ["rni", "rzi", "rmi", "rpi"].contains { instruction.has(Modifier($0)) }
        if from == to {
            emit(isToIntegral ? .roundToIntegral(to, instruction.rounding) : .floatToFloat(from, to, .nearest)) {
                ($0.d, $0.a) = (d, a)
            }
        } else {
            guard !isToIntegral else { throw unsupported }
            if instruction.has("relu"), from == .f32 || from == .f64 {
                let positive = makeRow(from == .f64 ? .bits64 : .bits32)
                emit(.floatUnary(.rectify, from)) { ($0.d, $0.a, $0.b) = (positive, a, a) }
                a = positive
            }
            emit(.floatToFloat(from, to, instruction.rounding)) { ($0.d, $0.a) = (d, a) }
        }
        if instruction.has("sat") { emit(.saturate(to)) { ($0.d, $0.a) = (d, d) } }
    }

    /// `cvt.rn.f16x2.f32 d, a, b`: a becomes the upper half.
    private mutating func decodePackedConversion(_ target: ScalarType, _ origin: ScalarType) throws(ComputeError) {
        guard origin == .f32, instruction.operands.count == 3, !instruction.has("satfinite") else { throw unsupported }
        let to: FloatType = target == .f16x2 ? .f16 : .bf16
        var halves: [Int32] = []
        for position in [2, 1] {
            var a = try source(position, .f32)
            if instruction.has("relu") {
                let positive = makeRow(.bits32)
                emit(.floatUnary(.rectify, .f32)) { ($0.d, $0.a, $0.b) = (positive, a, a) }
                a = positive
            }
            let half = makeRow(.bits16)
            emit(.floatToFloat(.f32, to, instruction.rounding)) { ($0.d, $0.a) = (half, a) }
            halves.append(half)
        }
        let (d, rows) = (try destination(target), list(halves))
        emit(.pack(bits: 16, .bits32)) { ($0.d, $0.list) = (d, rows) }
    }
}

extension ScalarType {
    /// The bounds that a saturating conversion from another integer type applies, as bits of 64-bit integers.
    fileprivate func saturationBounds(from origin: ScalarType) -> [(UInt64, IntegerBinary)] {
        let isSigned = kind == .signed
        let highest: UInt64 = isSigned ? (1 << UInt64(bitWidth - 1)) - 1 : .max >> UInt64(64 - bitWidth)
        if origin == .u64 || origin == .b64 { return [(highest, .minimum)] }
        let lowest: Int64 = isSigned ? -1 << Int64(bitWidth - 1) : 0
        let low = (UInt64(bitPattern: lowest), IntegerBinary.maximum)
        return self == .u64 || self == .b64 ? [low] : [low, (highest, .minimum)]
    }
}
