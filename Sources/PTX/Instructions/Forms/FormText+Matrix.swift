extension FormText {
    /// Matrix fragments in registers.
    static let matrix = """
        ldmatrix .sync .aligned .m8n8 N=.x1|.x2|.x4 .trans? G=.shared|.shared::cta? .b16 ; d{N}:b32 m:@shared ; 6.5 75 exotic
        ldmatrix .sync .aligned .m16n16|.m8n16 .* ; * ; 8.6 100 refused
        stmatrix .sync .aligned .m8n8 N=.x1|.x2|.x4 .trans? G=.shared|.shared::cta? .b16 ; m:@shared r{N}:b32 ; 7.8 90 exotic
        stmatrix .sync .aligned .m16n8 .* ; * ; 8.6 100 refused
        movmatrix .sync .aligned .m8n8 .trans .b16 ; d:b32 r:b32 ; 7.8 75 exotic
        mma .sync .aligned .m8n8k4 .row|.col .row|.col .f16 .f16 .f16 .f16 ; d{4}:b32 r{2}:b32 r{2}:b32 r{4}:b32 ; 6.4 70 exotic
        mma .sync .aligned .m8n8k4 .row|.col .row|.col .f32 .f16 .f16 .f16 ; d{8}:f32 r{2}:b32 r{2}:b32 r{4}:b32 ; 6.4 70 exotic
        mma .sync .aligned .m8n8k4 .row|.col .row|.col .f32 .f16 .f16 .f32 ; d{8}:f32 r{2}:b32 r{2}:b32 r{8}:f32 ; 6.4 70 exotic
        mma .sync .aligned .m8n8k4 .row .col @rnd? .f64 .f64 .f64 .f64 ; d{2}:f64 r{1}:f64 r{1}:f64 r{2}:f64 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k4 .row .col @rnd? .f64 .f64 .f64 .f64 ; d{4}:f64 r{2}:f64 r{1}:f64 r{4}:f64 ; 7.8 90 exotic
        mma .sync .aligned .m16n8k8 .row .col @rnd? .f64 .f64 .f64 .f64 ; d{4}:f64 r{4}:f64 r{2}:f64 r{4}:f64 ; 7.8 90 exotic
        mma .sync .aligned .m16n8k16 .row .col @rnd? .f64 .f64 .f64 .f64 ; d{4}:f64 r{8}:f64 r{4}:f64 r{4}:f64 ; 7.8 90 exotic
        mma .sync .aligned .m16n8k8 .row .col .f16 .f16 .f16 .f16 ; d{2}:b32 r{2}:b32 r{1}:b32 r{2}:b32 ; 6.5 75 exotic
        mma .sync .aligned .m16n8k8 .row .col .f32 .f16 .f16 .f32 ; d{4}:f32 r{2}:b32 r{1}:b32 r{4}:f32 ; 6.5 75 exotic
        mma .sync .aligned .m16n8k8 .row .col .f32 .bf16 .bf16 .f32 ; d{4}:f32 r{2}:b32 r{1}:b32 r{4}:f32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k16 .row .col .f16 .f16 .f16 .f16 ; d{2}:b32 r{4}:b32 r{2}:b32 r{2}:b32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k16 .row .col .f32 .f16 .f16 .f32 ; d{4}:f32 r{4}:b32 r{2}:b32 r{4}:f32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k16 .row .col .f32 .bf16 .bf16 .f32 ; d{4}:f32 r{4}:b32 r{2}:b32 r{4}:f32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k4 .row .col .f32 .tf32 .tf32 .f32 ; d{4}:f32 r{2}:b32 r{1}:b32 r{4}:f32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k8 .row .col .f32 .tf32 .tf32 .f32 ; d{4}:f32 r{4}:b32 r{2}:b32 r{4}:f32 ; 7.0 80 exotic
        mma .sync .aligned .m8n8k16 .row .col .satfinite? .s32 .s8|.u8 .s8|.u8 .s32 ; d{2}:s32 r{1}:b32 r{1}:b32 r{2}:s32 ; 6.5 75 exotic
        mma .sync .aligned .m16n8k16 .row .col .satfinite? .s32 .s8|.u8 .s8|.u8 .s32 ; d{4}:s32 r{2}:b32 r{1}:b32 r{4}:s32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k32 .row .col .satfinite? .s32 .s8|.u8 .s8|.u8 .s32 ; d{4}:s32 r{4}:b32 r{2}:b32 r{4}:s32 ; 7.0 80 exotic
        mma .sync .aligned .m8n8k32 .row .col .satfinite? .s32 .s4|.u4 .s4|.u4 .s32 ; d{2}:s32 r{1}:b32 r{1}:b32 r{2}:s32 ; 6.5 75 exotic
        mma .sync .aligned .m16n8k32 .row .col .satfinite? .s32 .s4|.u4 .s4|.u4 .s32 ; d{4}:s32 r{2}:b32 r{1}:b32 r{4}:s32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k64 .row .col .satfinite? .s32 .s4|.u4 .s4|.u4 .s32 ; d{4}:s32 r{4}:b32 r{2}:b32 r{4}:s32 ; 7.0 80 exotic
        mma .sync .aligned .m8n8k128 .row .col .s32 .b1 .b1 .s32 .xor .popc ; d{2}:s32 r{1}:b32 r{1}:b32 r{2}:s32 ; 7.0 75 exotic
        mma .sync .aligned .m8n8k128 .row .col .s32 .b1 .b1 .s32 .and .popc ; d{2}:s32 r{1}:b32 r{1}:b32 r{2}:s32 ; 7.1 75 exotic
        mma .sync .aligned .m16n8k128 .row .col .s32 .b1 .b1 .s32 .xor .popc ; d{4}:s32 r{2}:b32 r{1}:b32 r{4}:s32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k128 .row .col .s32 .b1 .b1 .s32 .and .popc ; d{4}:s32 r{2}:b32 r{1}:b32 r{4}:s32 ; 7.1 80 exotic
        mma .sync .aligned .m16n8k256 .row .col .s32 .b1 .b1 .s32 .xor .popc ; d{4}:s32 r{4}:b32 r{2}:b32 r{4}:s32 ; 7.0 80 exotic
        mma .sync .aligned .m16n8k256 .row .col .s32 .b1 .b1 .s32 .and .popc ; d{4}:s32 r{4}:b32 r{2}:b32 r{4}:s32 ; 7.1 80 exotic
        mma .sync .aligned .m16n8k16 .row .col .f16 .e4m3|.e5m2 .e4m3|.e5m2 .f16 ; d{2}:b32 r{2}:b32 r{1}:b32 r{2}:b32 ; 8.7 89 exotic
        mma .sync .aligned .m16n8k16 .row .col .f32 .e4m3|.e5m2 .e4m3|.e5m2 .f32 ; d{4}:f32 r{2}:b32 r{1}:b32 r{4}:f32 ; 8.7 89 exotic
        mma .sync .aligned .m16n8k32 .row .col .f16 .e4m3|.e5m2 .e4m3|.e5m2 .f16 ; d{2}:b32 r{4}:b32 r{2}:b32 r{2}:b32 ; 8.7 89 exotic
        mma .sync .aligned .m16n8k32 .row .col .f32 .e4m3|.e5m2 .e4m3|.e5m2 .f32 ; d{4}:f32 r{4}:b32 r{2}:b32 r{4}:f32 ; 8.4 89 exotic
        mma .kind::f8f6f4|.kind::mxf8f6f4|.kind::mxf4|.kind::mxf4nvf4 .* ; * ; 8.7 120 refused
        mma .sp|.sp::ordered_metadata .* ; * ; 7.1 80 refused
        wmma .load|.store|.mma .* ; * ; 6.0 70 refused
        """
}
