/// A value that one lane of a register row holds.
///
/// A row stores every value in 4 or 8 bytes: 16-bit ones zero-extended, predicates as all ones or all zeros, so that
/// a row of predicates is also a mask.
protocol LaneValue {
    /// What the row stores.
    associatedtype Storage: FixedWidthInteger & UnsignedInteger & SIMDScalar

    init(lane: Storage)
    var lane: Storage { get }
}

extension UInt32: LaneValue {
    @inline(__always) init(lane: UInt32) { self = lane }
    @inline(__always) var lane: UInt32 { self }
}

extension Int32: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(bitPattern: lane) }
    @inline(__always) var lane: UInt32 { UInt32(bitPattern: self) }
}

extension UInt64: LaneValue {
    @inline(__always) init(lane: UInt64) { self = lane }
    @inline(__always) var lane: UInt64 { self }
}

extension Int64: LaneValue {
    @inline(__always) init(lane: UInt64) { self.init(bitPattern: lane) }
    @inline(__always) var lane: UInt64 { UInt64(bitPattern: self) }
}

extension UInt16: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(truncatingIfNeeded: lane) }
    @inline(__always) var lane: UInt32 { UInt32(self) }
}

extension Int16: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(truncatingIfNeeded: lane) }
    @inline(__always) var lane: UInt32 { UInt32(UInt16(bitPattern: self)) }
}

extension Float: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(bitPattern: lane) }
    @inline(__always) var lane: UInt32 { bitPattern }
}

extension Double: LaneValue {
    @inline(__always) init(lane: UInt64) { self.init(bitPattern: lane) }
    @inline(__always) var lane: UInt64 { bitPattern }
}

extension Bool: LaneValue {
    @inline(__always) init(lane: UInt32) { self = lane != 0 }
    @inline(__always) var lane: UInt32 { self ? .max : 0 }
}

extension UInt8: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(truncatingIfNeeded: lane) }
    @inline(__always) var lane: UInt32 { UInt32(self) }
}

extension Int8: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(truncatingIfNeeded: lane) }
    @inline(__always) var lane: UInt32 { UInt32(UInt8(bitPattern: self)) }
}

extension Float16: LaneValue {
    @inline(__always) init(lane: UInt32) { self.init(bitPattern: UInt16(truncatingIfNeeded: lane)) }
    @inline(__always) var lane: UInt32 { UInt32(bitPattern) }
}
