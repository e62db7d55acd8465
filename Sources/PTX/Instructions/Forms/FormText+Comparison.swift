extension FormText {
    /// Comparisons, selections and moves.
    static let comparison = """
        setp @order T=.s16|.s32|.s64 ; qq s:T s:T ; - - must
        setp @order @bool T=.s16|.s32|.s64 ; qq s:T s:T p ; - - must
        setp @order|@unsigned T=.u16|.u32|.u64 ; qq s:T s:T ; - - must
        setp @order|@unsigned @bool T=.u16|.u32|.u64 ; qq s:T s:T p ; - - must
        setp .eq|.ne T=.b16|.b32|.b64 ; qq s:T s:T ; - - must
        setp .eq|.ne @bool T=.b16|.b32|.b64 ; qq s:T s:T p ; - - must
        setp @order|@unordered .ftz? .f32 ; qq s:f32 s:f32 ; - - must
        setp @order|@unordered @bool .ftz? .f32 ; qq s:f32 s:f32 p ; - - must
        setp @order|@unordered .f64 ; qq s:f64 s:f64 ; - - must
        setp @order|@unordered @bool .f64 ; qq s:f64 s:f64 p ; - - must
        setp @order|@unordered .ftz? .f16 ; q s:f16 s:f16 ; 4.2 53 should
        setp @order|@unordered @bool .ftz? .f16 ; q s:f16 s:f16 p ; 4.2 53 should
        setp @order|@unordered .ftz? .f16x2 ; qq s:f16x2 s:f16x2 ; 4.2 53 should
        setp @order|@unordered @bool .ftz? .f16x2 ; qq s:f16x2 s:f16x2 p ; 4.2 53 should
        setp @order|@unordered .bf16 ; q s:bf16 s:bf16 ; 7.8 90 should
        setp @order|@unordered @bool .bf16 ; q s:bf16 s:bf16 p ; 7.8 90 should
        setp @order|@unordered .bf16x2 ; qq s:bf16x2 s:bf16x2 ; 7.8 90 should
        setp @order|@unordered @bool .bf16x2 ; qq s:bf16x2 s:bf16x2 p ; 7.8 90 should
        set @order D=.u32|.s32|.f32 T=.s16|.s32|.s64 ; d:D s:T s:T ; - - must
        set @order @bool D=.u32|.s32|.f32 T=.s16|.s32|.s64 ; d:D s:T s:T p ; - - must
        set @order|@unsigned D=.u32|.s32|.f32 T=.u16|.u32|.u64 ; d:D s:T s:T ; - - must
        set @order|@unsigned @bool D=.u32|.s32|.f32 T=.u16|.u32|.u64 ; d:D s:T s:T p ; - - must
        set .eq|.ne D=.u32|.s32|.f32 T=.b16|.b32|.b64 ; d:D s:T s:T ; - - must
        set .eq|.ne @bool D=.u32|.s32|.f32 T=.b16|.b32|.b64 ; d:D s:T s:T p ; - - must
        set @order|@unordered .ftz? D=.u32|.s32|.f32 .f32 ; d:D s:f32 s:f32 ; - - must
        set @order|@unordered @bool .ftz? D=.u32|.s32|.f32 .f32 ; d:D s:f32 s:f32 p ; - - must
        set @order|@unordered D=.u32|.s32|.f32 .f64 ; d:D s:f64 s:f64 ; - - must
        set @order|@unordered @bool D=.u32|.s32|.f32 .f64 ; d:D s:f64 s:f64 p ; - - must
        set @order|@unordered .ftz? D=.f16 .f16 ; d:D s:f16 s:f16 ; 4.2 53 should
        set @order|@unordered .ftz? D=.u16|.s16|.u32|.s32 .f16 ; d:D s:f16 s:f16 ; 6.5 53 should
        set @order|@unordered @bool .ftz? D=.f16 .f16 ; d:D s:f16 s:f16 p ; 4.2 53 should
        set @order|@unordered @bool .ftz? D=.u16|.s16|.u32|.s32 .f16 ; d:D s:f16 s:f16 p ; 6.5 53 should
        set @order|@unordered .ftz? D=.f16x2 .f16x2 ; d:D s:f16x2 s:f16x2 ; 4.2 53 should
        set @order|@unordered .ftz? D=.u32|.s32 .f16x2 ; d:D s:f16x2 s:f16x2 ; 6.5 53 should
        set @order|@unordered @bool .ftz? D=.f16x2 .f16x2 ; d:D s:f16x2 s:f16x2 p ; 4.2 53 should
        set @order|@unordered @bool .ftz? D=.u32|.s32 .f16x2 ; d:D s:f16x2 s:f16x2 p ; 6.5 53 should
        set @order|@unordered D=.bf16|.u16|.s16|.u32|.s32 .bf16 ; d:D s:bf16 s:bf16 ; 7.8 90 should
        set @order|@unordered @bool D=.bf16|.u16|.s16|.u32|.s32 .bf16 ; d:D s:bf16 s:bf16 p ; 7.8 90 should
        set @order|@unordered D=.bf16x2|.u32|.s32 .bf16x2 ; d:D s:bf16x2 s:bf16x2 ; 7.8 90 should
        set @order|@unordered @bool D=.bf16x2|.u32|.s32 .bf16x2 ; d:D s:bf16x2 s:bf16x2 p ; 7.8 90 should
        selp T=@int|.b16|.b32|.b64|.f32|.f64 ; d:T s:T s:T p ; - - must
        slct T=@int|.b16|.b32|.b64|.f32|.f64 .s32 ; d:T s:T s:T s:s32 ; - - should
        slct .ftz? T=@int|.b16|.b32|.b64|.f32|.f64 .f32 ; d:T s:T s:T s:f32 ; - - should
        mov T=@int|.b16|.b32|.b64|.f32|.f64 ; d:T v:T ; - - must
        mov .pred ; q pi ; - - must
        mov T=.b16|.b32|.b64|.b128 ; d:T s{2}:T/2 ; - - must
        mov T=.b32|.b64|.b128 ; d:T s{4}:T/4 ; - - must
        mov T=.b16|.b32|.b64|.b128 ; d{2}:T/2 s:T ; - - must
        mov T=.b32|.b64|.b128 ; d{4}:T/4 s:T ; - - must
        mov .b128 ; d:b128 r:b128 ; - - exotic
        """
}
