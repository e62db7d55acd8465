extension FormText {
    /// Loads, stores and what steers the caches.
    static let memory = """
        ld .weak? G=@load? .ca|.cg|.cs|.lu|.cv? @L1? H=@hint? @fetch? V=@vec? T=@mem ; d{V}~T m:@G s:b64?H ; - - must
        ld .global .ca|.cg|.cs? .nc @L1? H=@hint? @fetch? V=@vec? T=@mem ; d{V}~T m:@global s:b64?H ; 3.1 32 must
        ld .volatile G=@atomic? @fetch? V=@vec? T=@mem ; d{V}~T m:@G ; - - must
        ld .relaxed|.acquire @scope G=@load? @L1? H=@hint? @fetch? V=@vec? T=@mem ; d{V}~T m:@G s:b64?H ; 6.0 70 should
        ld .mmio .relaxed .sys G=.global? T=@mem ; d~T m:@G ; 8.2 70 exotic
        ld .weak? G=.global? @L1? @L2 H=@hint? @fetch? V=.v8 T=.b32|.u32|.s32|.f32 ; d{V}~T m:@G s:b64?H ; 8.8 100 exotic
        ld .global .nc @L1? @L2 H=@hint? @fetch? V=.v8 T=.b32|.u32|.s32|.f32 ; d{V}~T m:@global s:b64?H ; 8.8 100 exotic
        ld .weak? G=.global? @L1? @L2 H=@hint? @fetch? V=.v4 T=.b64|.u64|.s64|.f64 ; d{V}~T m:@G s:b64?H ; 8.8 100 exotic
        ld .global .nc @L1? @L2 H=@hint? @fetch? V=.v4 T=.b64|.u64|.s64|.f64 ; d{V}~T m:@global s:b64?H ; 8.8 100 exotic
        ld .weak? G=@load? .ca|.cg|.cs|.lu|.cv? @L1? H=@hint? @fetch? .b128 ; d:b128 m:@G s:b64?H ; 8.3 70 exotic
        ld .global .ca|.cg|.cs? .nc @L1? H=@hint? @fetch? .b128 ; d:b128 m:@global s:b64?H ; 8.3 70 exotic
        ld .volatile G=@atomic? .b128 ; d:b128 m:@G ; 8.3 70 exotic
        ld .relaxed|.acquire @scope G=@load? @L1? H=@hint? @fetch? .b128 ; d:b128 m:@G s:b64?H ; 8.3 70 exotic
        ldu G=.global? V=.v2|.v4? T=@mem ; d{V}~T m:@G ; - - should
        st .weak? G=@store? .wb|.cg|.cs|.wt? @L1? H=@hint? V=@vec? T=@mem ; m:@G s{V}~T s:b64?H ; - - must
        st .volatile G=@atomic? V=@vec? T=@mem ; m:@G s{V}~T ; - - must
        st .relaxed|.release @scope G=@store? @L1? H=@hint? V=@vec? T=@mem ; m:@G s{V}~T s:b64?H ; 6.0 70 should
        st .mmio .relaxed .sys G=.global? T=@mem ; m:@G s~T ; 8.2 70 exotic
        st .weak? G=.global? @L1? @L2 H=@hint? V=.v8 T=.b32|.u32|.s32|.f32 ; m:@G s{V}~T s:b64?H ; 8.8 100 exotic
        st .weak? G=.global? @L1? @L2 H=@hint? V=.v4 T=.b64|.u64|.s64|.f64 ; m:@G s{V}~T s:b64?H ; 8.8 100 exotic
        st .weak? G=@store? .wb|.cg|.cs|.wt? @L1? H=@hint? .b128 ; m:@G r:b128 s:b64?H ; 8.3 70 exotic
        st .volatile G=@atomic? .b128 ; m:@G r:b128 ; 8.3 70 exotic
        st .relaxed|.release @scope G=@store? @L1? H=@hint? .b128 ; m:@G r:b128 s:b64?H ; 8.3 70 exotic
        prefetch G=.global|.local? .L1|.L2 ; m:@G ; - - should
        prefetch .global .L2::evict_last|.L2::evict_normal ; m:@global ; 7.4 80 should
        prefetch .const|.param? .tensormap ; * ; 8.0 90 refused
        prefetchu .L1 ; m ; - - should
        applypriority G=.global? .L2::evict_normal ; m:@G i:=128 ; 7.4 80 should
        discard G=.global? .L2 ; m:@G i:=128 ; 7.4 80 should
        createpolicy .fractional @policy @else? .b64 ; d:b64 s:f32? ; 7.4 80 should
        createpolicy .range G=.global? @policy @else? .b64 ; d:b64 m:@G s:u32 s:u32 ; 7.4 80 should
        createpolicy .cvt .L2 .b64 ; d:b64 s:b64 ; 7.4 80 should
        alloca T=.u32|.u64 ; d:T s:T i? ; 7.3 52 exotic
        stacksave T=.u32|.u64 ; d:T ; 7.3 52 exotic
        stackrestore T=.u32|.u64 ; r:T ; 7.3 52 exotic
        cp .async .ca .shared|.shared::cta .global H=@hint? @fetch? ; m:@shared m:@global i:=4,8,16 s:b64?H ; 7.0 80 exotic
        cp .async .ca .shared|.shared::cta .global H=@hint? @fetch? ; m:@shared m:@global i:=4,8,16 s:u32 s:b64?H ; 7.0 80 exotic
        cp .async .ca .shared|.shared::cta .global H=@hint? @fetch? ; m:@shared m:@global i:=4,8,16 p s:b64?H ; 7.5 80 exotic
        cp .async .cg .shared|.shared::cta .global H=@hint? @fetch? ; m:@shared m:@global i:=16 s:b64?H ; 7.0 80 exotic
        cp .async .cg .shared|.shared::cta .global H=@hint? @fetch? ; m:@shared m:@global i:=16 s:u32 s:b64?H ; 7.0 80 exotic
        cp .async .cg .shared|.shared::cta .global H=@hint? @fetch? ; m:@shared m:@global i:=16 p s:b64?H ; 7.5 80 exotic
        cp .async .commit_group ; ; 7.0 80 exotic
        cp .async .wait_group ; i ; 7.0 80 exotic
        cp .async .wait_all ; ; 7.0 80 exotic
        """

    /// Atomic operations and the ordering of memory.
    static let atomic = """
        atom @sem? @scope? G=@atomic? .add H=@hint? T=.u32|.s32|.u64|.f32 ; o:T m:@G s:T s:b64?H ; - - must
        atom @sem? @scope? G=@atomic? .add H=@hint? T=.f64 ; o:T m:@G s:T s:b64?H ; 5.0 60 must
        atom @sem? @scope? G=@atomic? .add .noftz H=@hint? T=.f16|.f16x2 ; o:T m:@G s:T s:b64?H ; 6.2 60 should
        atom @sem? @scope? G=@atomic? .add .noftz H=@hint? T=@brain ; o:T m:@G s:T s:b64?H ; 7.8 90 should
        atom @sem? @scope? G=@atomic? .and|.or|.xor H=@hint? T=.b32|.b64 ; o:T m:@G s:T s:b64?H ; - - must
        atom @sem? @scope? G=@atomic? .min|.max H=@hint? T=@int32 ; o:T m:@G s:T s:b64?H ; - - must
        atom @sem? @scope? G=@atomic? .inc|.dec H=@hint? .u32 ; o:u32 m:@G s:u32 s:b64?H ; - - should
        atom @sem? @scope? G=@atomic? .exch H=@hint? T=.b32|.b64 ; o:T m:@G s:T s:b64?H ; - - must
        atom @sem? @scope? G=@atomic? .cas T=.b32|.b64 ; o:T m:@G s:T s:T ; - - must
        atom @sem? @scope? G=@atomic? .cas .b16 ; o:b16 m:@G s:b16 s:b16 ; 6.3 70 should
        atom @sem? @scope? G=@atomic? .exch H=@hint? .b128 ; o:b128 m:@G r:b128 s:b64?H ; 8.3 90 refused
        atom @sem? @scope? G=@atomic? .cas .b128 ; o:b128 m:@G r:b128 r:b128 ; 8.3 90 refused
        atom .add|.min|.max .v2|.v4|.v8 .* ; * ; 8.1 90 refused
        red .relaxed|.release? @scope? G=@atomic? .add H=@hint? T=.u32|.s32|.u64|.f32 ; m:@G s:T s:b64?H ; - - must
        red .relaxed|.release? @scope? G=@atomic? .add H=@hint? T=.f64 ; m:@G s:T s:b64?H ; 5.0 60 must
        red .relaxed|.release? @scope? G=@atomic? .add .noftz H=@hint? T=.f16|.f16x2 ; m:@G s:T s:b64?H ; 6.2 60 should
        red .relaxed|.release? @scope? G=@atomic? .add .noftz H=@hint? T=@brain ; m:@G s:T s:b64?H ; 7.8 90 should
        red .relaxed|.release? @scope? G=@atomic? .and|.or|.xor H=@hint? T=.b32|.b64 ; m:@G s:T s:b64?H ; - - must
        red .relaxed|.release? @scope? G=@atomic? .min|.max H=@hint? T=@int32 ; m:@G s:T s:b64?H ; - - must
        red .relaxed|.release? @scope? G=@atomic? .inc|.dec H=@hint? .u32 ; m:@G s:u32 s:b64?H ; - - should
        red .add|.min|.max .v2|.v4|.v8 .* ; * ; 8.1 90 refused
        red .async .* ; * ; 8.1 90 refused
        membar .cta|.gl|.sys ; ; - - must
        membar .proxy .* ; ; 7.5 70 refused
        fence .sc|.acq_rel? @scope ; ; 6.0 70 must
        fence .acquire|.release @scope ; ; 6.0 70 should
        fence .proxy .* ; * ; 7.5 70 refused
        fence .mbarrier_init|.acquire|.release .* ; ; 8.0 90 refused
        """
}
