extension SpecialRegister {
    /// The special register that a text calls so; `component` is the part after a dot.
    init?(name: String, component: String? = nil) {
        if let component {
            guard let axis = Axis(rawValue: component) else {
                // The vectors have a fourth component, which means nothing.
                guard component == "w", ["%tid", "%ntid", "%ctaid", "%nctaid"].contains(name) else { return nil }
                self = .other("\(name).w")
                return
            }
            switch name {
            case "%tid": self = .threadIndex(axis)
            case "%ntid": self = .threadCount(axis)
            case "%ctaid": self = .blockIndex(axis)
            case "%nctaid": self = .blockCount(axis)
            case "%clusterid", "%nclusterid", "%cluster_ctaid", "%cluster_nctaid": self = .other("\(name).\(component)")
            default: return nil
            }
            return
        }
        guard let register = Self.byName[name] else { return nil }
        self = register
    }

    /// The type of its value (PTX ISA, "Special Registers").
    var type: ScalarType {
        switch self {
        case .clock64, .globalTimer: .u64
        case .other("%is_explicit_cluster"): .pred
        case .other("%current_graph_exec"): .u64
        case .other(let name): name.hasSuffix("_64") ? .u64 : .u32
        default: .u32
        }
    }

    private static let byName: [String: SpecialRegister] = {
        var names: [String: SpecialRegister] = [
            "%laneid": .laneIndex, "%warpid": .warpIndex, "%nwarpid": .warpCount, "%smid": .multiprocessorIndex,
            "%nsmid": .multiprocessorCount, "%gridid": .gridIndex, "%clock": .clock, "%clock_hi": .clockHigh,
            "%clock64": .clock64, "%globaltimer": .globalTimer, "%globaltimer_lo": .globalTimerLow,
            "%globaltimer_hi": .globalTimerHigh, "%lanemask_eq": .laneMaskEqual, "%lanemask_lt": .laneMaskLess,
            "%lanemask_le": .laneMaskLessOrEqual, "%lanemask_gt": .laneMaskGreater,
            "%lanemask_ge": .laneMaskGreaterOrEqual, "%dynamic_smem_size": .dynamicSharedByteCount,
            "%total_smem_size": .totalSharedByteCount,
        ]
        var others = [
            "%is_explicit_cluster", "%cluster_ctarank", "%cluster_nctarank", "%aggr_smem_size", "%current_graph_exec",
            "%reserved_smem_offset_begin", "%reserved_smem_offset_end", "%reserved_smem_offset_cap",
            "%reserved_smem_offset_0", "%reserved_smem_offset_1",
        ]
        others += (0..<8).flatMap { ["%pm\($0)", "%pm\($0)_64"] }
        others += (0..<32).map { "%envreg\($0)" }
        for name in others { names[name] = .other(name) }
        return names
    }()
}
