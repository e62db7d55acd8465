extension FormText {
    /// `cvt` in all its forms.
    static let conversion = """
        cvt D=@int8 S=@int8 ; d~D c~S ; - - must
        cvt .sat .u8 S=.s8|.u16|.s16|.u32|.s32|.u64|.s64 ; d~u8 c~S ; - - must
        cvt .sat .s8 S=.u8|.u16|.s16|.u32|.s32|.u64|.s64 ; d~s8 c~S ; - - must
        cvt .sat .u16 S=.s8|.s16|.u32|.s32|.u64|.s64 ; d~u16 c~S ; - - must
        cvt .sat .s16 S=.u16|.u32|.s32|.u64|.s64 ; d~s16 c~S ; - - must
        cvt .sat .u32 S=.s8|.s16|.s32|.u64|.s64 ; d~u32 c~S ; - - must
        cvt .sat .s32 S=.u32|.u64|.s64 ; d~s32 c~S ; - - must
        cvt .sat .u64 S=.s8|.s16|.s32|.s64 ; d~u64 c~S ; - - must
        cvt .sat .s64 .u64 ; d~s64 c~u64 ; - - must
        cvt @rnd .ftz? .sat? D=.f32 S=@int8 ; d~D s~S ; - - must
        cvt @rnd .sat? D=.f64 S=@int8 ; d~D s~S ; - - must
        cvt @rnd .sat? D=.f16 S=@int8 ; d~D s~S ; - - should
        cvt @rnd D=.bf16 S=@int ; d~D s~S ; 7.8 90 should
        cvt @rndi .ftz? .sat? D=@int8 S=.f32 ; d~D s~S ; - - must
        cvt @rndi .sat? D=@int8 S=.f64 ; d~D s~S ; - - must
        cvt @rndi .sat? D=@int8 S=.f16 ; d~D s~S ; - - should
        cvt @rndi D=@int S=.bf16 ; d~D s~S ; 7.8 90 should
        cvt @rndi? .ftz? .sat? .f32 .f32 ; d~f32 s~f32 ; - - must
        cvt @rndi? .sat? .f64 .f64 ; d~f64 s~f64 ; - - must
        cvt @rndi? .sat? .f16 .f16 ; d~f16 s~f16 ; - - should
        cvt @rndi? .bf16 .bf16 ; d~bf16 s~bf16 ; 7.8 90 should
        cvt @rnd .ftz? .sat? .f32 .f64 ; d~f32 s~f64 ; - - must
        cvt .ftz? .sat? .f64 .f32 ; d~f64 s~f32 ; - - must
        cvt @rnd .ftz? .sat? .f16 .f32 ; d~f16 s~f32 ; - - should
        cvt .rn|.rz .relu .f16 .f32 ; d~f16 s~f32 ; 7.0 80 should
        cvt .rn|.rz .satfinite .f16 .f32 ; d~f16 s~f32 ; 8.1 70 should
        cvt .rn|.rz .relu .satfinite .f16 .f32 ; d~f16 s~f32 ; 8.1 80 should
        cvt @rnd .sat? .f16 .f64 ; d~f16 s~f64 ; - - should
        cvt .ftz? .sat? .f32 .f16 ; d~f32 s~f16 ; - - should
        cvt .sat? .f64 .f16 ; d~f64 s~f16 ; - - should
        cvt .rn|.rz .relu? .bf16 .f32 ; d~bf16 s~f32 ; 7.0 80 should
        cvt .rn|.rz .relu? .satfinite .bf16 .f32 ; d~bf16 s~f32 ; 8.1 80 should
        cvt @rnd .ftz .bf16 .f32 ; d~bf16 s~f32 ; 7.0 80 should
        cvt .rm|.rp .bf16 .f32 ; d~bf16 s~f32 ; 7.0 80 should
        cvt @rnd .bf16 S=.f16|.f64 ; d~bf16 s~S ; 7.8 90 should
        cvt @rnd? .ftz? .f32 .bf16 ; d~f32 s~bf16 ; 7.1 80 should
        cvt @rnd? .f64 .bf16 ; d~f64 s~bf16 ; 7.8 90 should
        cvt @rnd .f16 .bf16 ; d~f16 s~bf16 ; 7.8 90 should
        cvt .rna .tf32 .f32 ; d~tf32 s~f32 ; 7.0 80 should
        cvt .rna .satfinite .tf32 .f32 ; d~tf32 s~f32 ; 8.1 80 should
        cvt .rn|.rz .relu? .tf32 .f32 ; d~tf32 s~f32 ; 7.8 90 should
        cvt .rn|.rz .relu? .satfinite .tf32 .f32 ; d~tf32 s~f32 ; 8.6 100 should
        cvt .rn|.rz .relu? D=.f16x2|.bf16x2 .f32 ; d~D s:f32 s:f32 ; 7.0 80 should
        cvt .rn|.rz .relu? .satfinite D=.f16x2|.bf16x2 .f32 ; d~D s:f32 s:f32 ; 8.1 80 should
        cvt .rs .relu? .satfinite? D=.f16x2|.bf16x2 .f32 ; d~D s:f32 s:f32 s:b32 ; 8.7 100 exotic
        cvt .rn .satfinite .relu? .e4m3x2|.e5m2x2 .f32 ; d:b16 s:f32 s:f32 ; 7.8 89 exotic
        cvt .rn .satfinite .relu? .e4m3x2|.e5m2x2 .f16x2 ; d:b16 s:f16x2 ; 7.8 89 exotic
        cvt .rn .relu? .f16x2 .e4m3x2|.e5m2x2 ; d:f16x2 s:b16 ; 7.8 89 exotic
        cvt .e2m1x2|.e2m3x2|.e3m2x2|.ue8m0x2|.e4m3x4|.e5m2x4|.e2m3x4|.e3m2x4|.e2m1x4|.s2f6x2 .* ; * ; 8.6 100 refused
        cvt .pack .sat T=.u16|.s16 .s32 ; d:b32 s:s32 s:s32 ; 6.5 72 should
        cvt .pack .sat .u8|.s8|.u4|.s4|.u2|.s2 .s32 .b32 ; d:b32 s:s32 s:s32 s:b32 ; 6.5 72 should
        cvta S=.global|.const|.local|@shared T=.u32|.u64 ; d:T n:T@S ; - - must
        cvta S=.param|.param::entry T=.u32|.u64 ; d:T n:T@S ; 7.7 70 should
        cvta .to .global|.const|.local|@shared T=.u32|.u64 ; d:T r:T ; - - must
        cvta .to .param|.param::entry T=.u32|.u64 ; d:T r:T ; 7.7 70 should
        isspacep .global|.const|.local|@shared ; q r:b32,b64 ; - - should
        isspacep .param|.param::entry ; q r:b32,b64 ; 7.7 70 should
        """
}
