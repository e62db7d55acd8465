/// A special register (PTX ISA, "Special Registers").
public enum SpecialRegister: Sendable, Hashable {
    /// A dimension of the grid or block.
    public enum Axis: String, Sendable, Hashable, CaseIterable { case x, y, z }

    case threadIndex(Axis)
    case threadCount(Axis)
    case blockIndex(Axis)
    case blockCount(Axis)
    case laneIndex
    case warpIndex
    case warpCount
    case multiprocessorIndex
    case multiprocessorCount
    case gridIndex
    case clock
    case clockHigh
    case clock64
    case globalTimer
    case globalTimerLow
    case globalTimerHigh
    case laneMaskEqual
    case laneMaskLess
    case laneMaskLessOrEqual
    case laneMaskGreater
    case laneMaskGreaterOrEqual
    case dynamicSharedByteCount
    case totalSharedByteCount
    case warpSize
    /// Any other one that PTX knows, by its name without `%`: no device here offers it.
    case other(String)
}
