extension FormText {
    /// Branches, calls and barriers.
    static let control = """
        bra .uni? ; l ; - - must
        brx .idx .uni? ; r:u32 t ; 6.0 30 should
        call .uni? ; call ; - - should
        ret .uni? ; ; - - must
        exit ; ; - - must
        trap ; ; - - should
        brkpt ; ; - - should
        nanosleep .u32 ; s:u32 ; 6.3 70 should
        pmevent ; i:=0..15 ; - - should
        pmevent .mask ; i ; 3.0 20 should
        bar .cta? .sync ; s:u32=0..15 s:u32? ; - - must
        bar .cta? .arrive ; s:u32=0..15 s:u32 ; - - should
        bar .cta? .red .popc .u32 ; d:u32 s:u32=0..15 pi ; - - should
        bar .cta? .red .popc .u32 ; d:u32 s:u32=0..15 s:u32 pi ; - - should
        bar .cta? .red .and|.or .pred ; q s:u32=0..15 pi ; - - should
        bar .cta? .red .and|.or .pred ; q s:u32=0..15 s:u32 pi ; - - should
        bar .warp .sync ; s:b32 ; 6.0 30 should
        barrier .cta? .sync .aligned? ; s:u32=0..15 s:u32? ; 6.0 30 must
        barrier .cta? .arrive .aligned? ; s:u32=0..15 s:u32 ; 6.0 30 should
        barrier .cta? .red .popc .aligned? .u32 ; d:u32 s:u32=0..15 pi ; 6.0 30 should
        barrier .cta? .red .popc .aligned? .u32 ; d:u32 s:u32=0..15 s:u32 pi ; 6.0 30 should
        barrier .cta? .red .and|.or .aligned? .pred ; q s:u32=0..15 pi ; 6.0 30 should
        barrier .cta? .red .and|.or .aligned? .pred ; q s:u32=0..15 s:u32 pi ; 6.0 30 should
        barrier .cluster .* ; ; 7.8 90 refused
        """

    /// What the lanes of a warp do together.
    static let warp = """
        shfl .sync .up|.down|.bfly|.idx .b32 ; dq:b32 s:b32 s:b32 s:b32 s:b32 ; 6.0 30 must
        shfl .up|.down|.bfly|.idx .b32 ; dq:b32 s:b32 s:b32 s:b32 ; - - should old
        vote .sync .all|.any|.uni .pred ; q pi s:b32 ; 6.0 30 should
        vote .sync .ballot .b32 ; d:b32 pi s:b32 ; 6.0 30 should
        vote .all|.any|.uni .pred ; q pi ; - - should old
        vote .ballot .b32 ; d:b32 pi ; - - should old
        match .any .sync T=.b32|.b64 ; d:b32 s:T s:b32 ; 6.0 70 should
        match .all .sync T=.b32|.b64 ; dq:b32 s:T s:b32 ; 6.0 70 should
        activemask .b32 ; d:b32 ; 6.2 30 should
        redux .sync .add|.min|.max T=.u32|.s32 ; d:T s:T s:b32 ; 7.0 80 should
        redux .sync .and|.or|.xor .b32 ; d:b32 s:b32 s:b32 ; 7.0 80 should
        redux .sync .min|.max .abs? .NaN? .f32 ; d:f32 s:f32 s:b32 ; 8.6 100 should
        elect .sync ; oq:b32 s:b32 ; 8.0 90 should
        """
}
