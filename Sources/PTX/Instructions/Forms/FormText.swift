/// The lines of the instruction table by family; ``FormReader`` has their grammar.
enum FormText {
    /// All families; sets come first, since the others use them.
    static let all = [
        sets, integer, carry, logic, float, half, comparison, conversion, memory, atomic, control, warp, matrix,
        refused,
    ]

    /// Named sets of modifiers, and what some modifiers need by themselves.
    static let sets = """
        set int .u16|.u32|.u64|.s16|.s32|.s64
        set int8 .u8|.s8|@int
        set int32 .u32|.s32|.u64|.s64
        set rnd .rn|.rz|.rm|.rp
        set rndi .rni|.rzi|.rmi|.rpi
        set half .f16|.f16x2
        set brain .bf16|.bf16x2
        set mem .b8|.b16|.b32|.b64|.u8|.u16|.u32|.u64|.s8|.s16|.s32|.s64|.f32|.f64
        set shared .shared|.shared::cta|.shared::cluster
        set param .param|.param::entry|.param::func
        set load .global|.const|.local|@shared|@param
        set store .global|.local|@shared|.param|.param::func
        set atomic .global|@shared
        set scope .cta|.cluster|.gpu|.sys
        set L1 .L1::evict_normal|.L1::evict_unchanged|.L1::evict_first|.L1::evict_last|.L1::no_allocate
        set L2 .L2::evict_normal|.L2::evict_first|.L2::evict_last
        set fetch .L2::64B|.L2::128B|.L2::256B
        set order .eq|.ne|.lt|.le|.gt|.ge
        set unsigned .lo|.ls|.hi|.hs
        set unordered .equ|.neu|.ltu|.leu|.gtu|.geu|.num|.nan
        set bool .and|.or|.xor
        set sem .relaxed|.acquire|.release|.acq_rel
        set vec .v2|.v4|.v8
        set policy .L2::evict_last|.L2::evict_normal|.L2::evict_first|.L2::evict_unchanged
        set else .L2::evict_first|.L2::evict_unchanged
        set hint .L2::cache_hint
        needs * .cluster|.shared::cluster 7.8 90
        needs * .shared::cta 7.8 30
        needs * .param::entry|.param::func 8.3 30
        needs * .weak|.relaxed|.acquire|.release|.acq_rel|.sc|.mmio 6.0 70
        needs atom|red .cta|.gpu|.sys 5.0 60
        needs bar|barrier .cta 7.8 30
        needs * .L1::evict_normal|.L1::evict_unchanged|.L1::evict_first|.L1::evict_last|.L1::no_allocate 7.4 70
        needs * .L2::64B|.L2::128B 7.4 75
        needs * .L2::256B|.L2::cache_hint 7.4 80
        needs * .NaN 7.0 80
        needs * .xorsign 7.2 86
        needs * .b128 8.3 70
        """
}
