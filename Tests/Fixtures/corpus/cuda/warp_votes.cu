// Votes and matches of the lanes of a warp, all of them and a part.
typedef unsigned u32;
typedef unsigned long long u64;

extern "C" __global__ void warp_votes(const u32 *a, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    u32 x = a[i];
    const u32 all = 0xffffffff;
    out[i] = __ballot_sync(all, x & 1);
    out[n + i] = __any_sync(all, (x & 0xff) == 3) * 2 + __all_sync(all, (x & 0xff) != 7);
    u32 uniform;
    asm volatile("{ .reg .pred p, q; setp.ne.u32 p, %1, 0; vote.sync.uni.pred q, p, 0xffffffff; selp.u32 %0, 1, 0, q; }"
                 : "=r"(uniform)
                 : "r"(x & 0x3000000));
    out[2 * n + i] = uniform;
    out[3 * n + i] = __match_any_sync(all, x & 3);
    int same;
    u32 whole = __match_all_sync(all, x >> 26, &same);
    out[4 * n + i] = whole ^ (same ? 0xf : 0);
    out[5 * n + i] = __match_any_sync(all, (u64)(x & 1) << 40);
    out[6 * n + i] = __activemask();
    if (threadIdx.x & 4) {
        out[7 * n + i] = __ballot_sync(0xf0f0f0f0, x & 2);
    } else {
        out[7 * n + i] = __ballot_sync(0x0f0f0f0f, x & 2) + 1;
    }
    // The lanes of a branch that the data decides vote among themselves.
    u32 mask = __ballot_sync(all, x & 8);
    u32 count = 0;
    if (x & 8)
        count = __popc(__ballot_sync(mask, x & 16)) + 100 * __any_sync(mask, x & 32);
    out[8 * n + i] = count;
    u32 lane_bits;
    asm volatile("{ .reg .u32 t; mov.u32 %0, %%lanemask_lt; mov.u32 t, %%lanemask_eq; xor.b32 %0, %0, t; "
                 "mov.u32 t, %%lanemask_ge; xor.b32 %0, %0, t; mov.u32 t, %%lanemask_le; add.u32 %0, %0, t; "
                 "mov.u32 t, %%lanemask_gt; add.u32 %0, %0, t; mov.u32 t, %%laneid; add.u32 %0, %0, t; "
                 "mov.u32 t, WARP_SZ; add.u32 %0, %0, t; }"
                 : "=r"(lane_bits));
    out[9 * n + i] = lane_bits;
}
