extension FormText {
    /// Bitwise operations, shifts and bit fields.
    static let logic = """
        and T=.b16|.b32|.b64 ; d:T s:T s:T ; - - must
        and .pred ; q pi pi ; - - must
        or T=.b16|.b32|.b64 ; d:T s:T s:T ; - - must
        or .pred ; q pi pi ; - - must
        xor T=.b16|.b32|.b64 ; d:T s:T s:T ; - - must
        xor .pred ; q pi pi ; - - must
        not T=.b16|.b32|.b64 ; d:T s:T ; - - must
        not .pred ; q pi ; - - must
        cnot T=.b16|.b32|.b64 ; d:T s:T ; - - should
        shl T=.b16|.b32|.b64 ; d:T s:T s:u32 ; - - must
        shr T=.b16|.b32|.b64|@int ; d:T s:T s:u32 ; - - must
        shf .l|.r .clamp|.wrap .b32 ; d:b32 s:b32 s:b32 s:u32 ; 3.1 32 should
        lop3 .b32 ; d:b32 s:b32 s:b32 s:b32 i:=0..255 ; 4.3 50 should
        lop3 .or|.and .b32 ; oq:b32 s:b32 s:b32 s:b32 i:=0..255 p ; 8.2 70 should
        prmt .b32 .f4e|.b4e|.rc8|.ecl|.ecr|.rc16? ; d:b32 s:b32 s:b32 s:b32 ; - - should
        popc T=.b32|.b64 ; d:u32 s:T ; - - should
        clz T=.b32|.b64 ; d:u32 s:T ; - - should
        bfind .shiftamt? T=@int32 ; d:u32 s:T ; - - should
        brev T=.b32|.b64 ; d:T s:T ; - - should
        fns .b32 ; d:b32 s:b32 s:b32 s:s32 ; 6.0 30 should
        bfe T=@int32 ; d:T s:T s:u32 s:u32 ; - - should
        bfi T=.b32|.b64 ; d:T s:T s:T s:u32 s:u32 ; - - must
        bmsk .clamp|.wrap .b32 ; d:b32 s:u32 s:u32 ; 7.6 70 should
        szext .clamp|.wrap T=.u32|.s32 ; d:T s:T s:u32 ; 7.6 70 should
        """
}
