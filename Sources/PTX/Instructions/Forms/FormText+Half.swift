extension FormText {
    /// Arithmetic on `f16`, `bf16` and their pairs.
    static let half = """
        add .rn? .ftz? .sat? T=@half ; d:T s:T s:T ; 4.2 53 should
        add .rn? T=@brain ; d:T s:T s:T ; 7.8 90 should
        sub .rn? .ftz? .sat? T=@half ; d:T s:T s:T ; 4.2 53 should
        sub .rn? T=@brain ; d:T s:T s:T ; 7.8 90 should
        mul .rn? .ftz? .sat? T=@half ; d:T s:T s:T ; 4.2 53 should
        mul .rn? T=@brain ; d:T s:T s:T ; 7.8 90 should
        fma .rn .ftz? .sat? T=@half ; d:T s:T s:T s:T ; 4.2 53 should
        fma .rn .ftz? .relu T=@half ; d:T s:T s:T s:T ; 7.0 80 should
        fma .rn .relu? T=@brain ; d:T s:T s:T s:T ; 7.0 80 should
        fma .rn .oob .relu? T=@half|@brain ; d:T s:T s:T s:T ; 8.1 90 exotic
        abs .ftz? T=@half ; d:T s:T ; 6.5 53 should
        abs T=@brain ; d:T s:T ; 7.0 80 should
        neg .ftz? T=@half ; d:T s:T ; 6.0 53 should
        neg T=@brain ; d:T s:T ; 7.0 80 should
        min .ftz? .NaN? T=@half ; d:T s:T s:T ; 7.0 80 should
        min .ftz? .NaN? .xorsign .abs T=@half ; d:T s:T s:T ; 7.2 86 should
        min .NaN? T=@brain ; d:T s:T s:T ; 7.0 80 should
        min .NaN? .xorsign .abs T=@brain ; d:T s:T s:T ; 7.2 86 should
        max .ftz? .NaN? T=@half ; d:T s:T s:T ; 7.0 80 should
        max .ftz? .NaN? .xorsign .abs T=@half ; d:T s:T s:T ; 7.2 86 should
        max .NaN? T=@brain ; d:T s:T s:T ; 7.0 80 should
        max .NaN? .xorsign .abs T=@brain ; d:T s:T s:T ; 7.2 86 should
        ex2 .approx T=@half ; d:T s:T ; 7.0 75 should
        ex2 .approx .ftz T=@brain ; d:T s:T ; 7.8 90 should
        tanh .approx T=@half ; d:T s:T ; 7.0 75 should
        tanh .approx T=@brain ; d:T s:T ; 7.8 90 should
        """
}
