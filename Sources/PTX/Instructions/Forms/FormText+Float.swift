extension FormText {
    /// Arithmetic on `f32` and `f64`.
    static let float = """
        add @rnd? .ftz? .sat? .f32 ; d:f32 s:f32 s:f32 ; - - must
        add @rnd? .f64 ; d:f64 s:f64 s:f64 ; - - must
        add @rnd? .sat? .f32 T=.f16|.bf16 ; d:f32 s:T s:f32 ; 8.6 100 exotic
        add @rnd? .ftz? .f32x2 ; d:b64 s:b64 s:b64 ; 8.6 100 exotic
        sub @rnd? .ftz? .sat? .f32 ; d:f32 s:f32 s:f32 ; - - must
        sub @rnd? .f64 ; d:f64 s:f64 s:f64 ; - - must
        sub @rnd? .sat? .f32 T=.f16|.bf16 ; d:f32 s:T s:f32 ; 8.6 100 exotic
        sub @rnd? .ftz? .f32x2 ; d:b64 s:b64 s:b64 ; 8.6 100 exotic
        mul @rnd? .ftz? .sat? .f32 ; d:f32 s:f32 s:f32 ; - - must
        mul @rnd? .f64 ; d:f64 s:f64 s:f64 ; - - must
        mul @rnd? .ftz? .f32x2 ; d:b64 s:b64 s:b64 ; 8.6 100 exotic
        fma @rnd .ftz? .sat? .f32 ; d:f32 s:f32 s:f32 s:f32 ; - - must
        fma @rnd .f64 ; d:f64 s:f64 s:f64 s:f64 ; - - must
        fma @rnd .sat? .f32 T=.f16|.bf16 ; d:f32 s:T s:T s:f32 ; 8.6 100 exotic
        fma @rnd .ftz? .f32x2 ; d:b64 s:b64 s:b64 s:b64 ; 8.6 100 exotic
        mad @rnd .ftz? .sat? .f32 ; d:f32 s:f32 s:f32 s:f32 ; - - must
        mad @rnd .f64 ; d:f64 s:f64 s:f64 s:f64 ; - - must
        div .approx|.full .ftz? .f32 ; d:f32 s:f32 s:f32 ; - - must
        div @rnd .ftz? .f32 ; d:f32 s:f32 s:f32 ; - - must
        div @rnd .f64 ; d:f64 s:f64 s:f64 ; - - must
        abs .ftz? .f32 ; d:f32 s:f32 ; - - must
        abs .f64 ; d:f64 s:f64 ; - - must
        neg .ftz? .f32 ; d:f32 s:f32 ; - - must
        neg .f64 ; d:f64 s:f64 ; - - must
        min .ftz? .NaN? .f32 ; d:f32 s:f32 s:f32 ; - - must
        min .ftz? .NaN? .xorsign .abs .f32 ; d:f32 s:f32 s:f32 ; - - should
        min .ftz? .NaN? .abs? .f32 ; d:f32 s:f32 s:f32 s:f32 ; 8.8 100 exotic
        min .f64 ; d:f64 s:f64 s:f64 ; - - must
        max .ftz? .NaN? .f32 ; d:f32 s:f32 s:f32 ; - - must
        max .ftz? .NaN? .xorsign .abs .f32 ; d:f32 s:f32 s:f32 ; - - should
        max .ftz? .NaN? .abs? .f32 ; d:f32 s:f32 s:f32 s:f32 ; 8.8 100 exotic
        max .f64 ; d:f64 s:f64 s:f64 ; - - must
        rcp .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        rcp @rnd .ftz? .f32 ; d:f32 s:f32 ; - - must
        rcp @rnd .f64 ; d:f64 s:f64 ; - - must
        rcp .approx .ftz .f64 ; d:f64 s:f64 ; - - must
        sqrt .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        sqrt @rnd .ftz? .f32 ; d:f32 s:f32 ; - - must
        sqrt @rnd .f64 ; d:f64 s:f64 ; - - must
        rsqrt .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        rsqrt .approx .ftz? .f64 ; d:f64 s:f64 ; - - must
        sin .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        cos .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        lg2 .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        ex2 .approx .ftz? .f32 ; d:f32 s:f32 ; - - must
        tanh .approx .f32 ; d:f32 s:f32 ; 7.0 75 must
        copysign T=.f32|.f64 ; d:T s:T s:T ; - - should
        testp .finite|.infinite|.number|.notanumber|.normal|.subnormal T=.f32|.f64 ; q s:T ; - - should
        """
}
