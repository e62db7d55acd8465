extension FormText {
    /// Integer arithmetic, saturating and packed forms included.
    static let integer = """
        add T=@int ; d:T s:T s:T ; - - must
        add .sat .s32 ; d:s32 s:s32 s:s32 ; - - must
        add T=.u16x2|.s16x2 ; d:T s:T s:T ; 8.0 90 should
        sub T=@int ; d:T s:T s:T ; - - must
        sub .sat .s32 ; d:s32 s:s32 s:s32 ; - - must
        mul .lo|.hi T=@int ; d:T s:T s:T ; - - must
        mul .wide T=.u16|.s16|.u32|.s32 ; d:T*2 s:T s:T ; - - must
        mad .lo|.hi T=@int ; d:T s:T s:T s:T ; - - must
        mad .hi .sat .s32 ; d:s32 s:s32 s:s32 s:s32 ; - - must
        mad .wide T=.u16|.s16|.u32|.s32 ; d:T*2 s:T s:T s:T*2 ; - - must
        mul24 .lo|.hi T=.u32|.s32 ; d:T s:T s:T ; - - should
        mad24 .lo|.hi T=.u32|.s32 ; d:T s:T s:T s:T ; - - should
        mad24 .hi .sat .s32 ; d:s32 s:s32 s:s32 s:s32 ; - - should
        sad T=@int ; d:T s:T s:T s:T ; - - should
        div T=@int ; d:T s:T s:T ; - - must
        rem T=@int ; d:T s:T s:T ; - - must
        abs T=.s16|.s32|.s64 ; d:T s:T ; - - must
        neg T=.s16|.s32|.s64 ; d:T s:T ; - - must
        min T=@int ; d:T s:T s:T ; - - must
        min .relu T=.s32 ; d:T s:T s:T ; 8.0 90 should
        min .relu? T=.s16x2 ; d:T s:T s:T ; 8.0 90 should
        min T=.u16x2 ; d:T s:T s:T ; 8.0 90 should
        max T=@int ; d:T s:T s:T ; - - must
        max .relu T=.s32 ; d:T s:T s:T ; 8.0 90 should
        max .relu? T=.s16x2 ; d:T s:T s:T ; 8.0 90 should
        max T=.u16x2 ; d:T s:T s:T ; 8.0 90 should
        dp4a T=.u32|.s32 S=.u32|.s32 ; d:s32 s:T s:S s:s32 ; 5.0 61 should
        dp2a .lo|.hi T=.u32|.s32 S=.u32|.s32 ; d:s32 s:T s:S s:s32 ; 5.0 61 should
        """

    /// Arithmetic over more than one word.
    static let carry = """
        add .cc T=.u32|.s32 ; d:T s:T s:T ; - - should
        add .cc T=.u64|.s64 ; d:T s:T s:T ; 4.3 20 should
        addc T=@int32 ; d:T s:T s:T ; - - should
        addc .cc T=.u32|.s32 ; d:T s:T s:T ; - - should
        addc .cc T=.u64|.s64 ; d:T s:T s:T ; 4.3 20 should
        sub .cc T=.u32|.s32 ; d:T s:T s:T ; - - should
        sub .cc T=.u64|.s64 ; d:T s:T s:T ; 4.3 20 should
        subc T=@int32 ; d:T s:T s:T ; - - should
        subc .cc T=.u32|.s32 ; d:T s:T s:T ; - - should
        subc .cc T=.u64|.s64 ; d:T s:T s:T ; 4.3 20 should
        mad .lo|.hi .cc T=.u32|.s32 ; d:T s:T s:T s:T ; - - should
        mad .lo|.hi .cc T=.u64|.s64 ; d:T s:T s:T s:T ; 4.3 20 should
        madc .lo|.hi T=@int32 ; d:T s:T s:T s:T ; - - should
        madc .lo|.hi .cc T=.u32|.s32 ; d:T s:T s:T s:T ; - - should
        madc .lo|.hi .cc T=.u64|.s64 ; d:T s:T s:T s:T ; 4.3 20 should
        """
}
