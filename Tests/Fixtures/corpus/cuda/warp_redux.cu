// Reductions of a warp in one instruction, sm_80.
typedef unsigned u32;

extern "C" __global__ void warp_redux(const u32 *a, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    u32 x = a[i];
    const u32 all = 0xffffffff;
    out[i] = __reduce_add_sync(all, x);
    out[n + i] = (u32)__reduce_add_sync(all, (int)x);
    out[2 * n + i] = __reduce_min_sync(all, x);
    out[3 * n + i] = (u32)__reduce_min_sync(all, (int)x);
    out[4 * n + i] = __reduce_max_sync(all, x);
    out[5 * n + i] = (u32)__reduce_max_sync(all, (int)x);
    out[6 * n + i] = __reduce_and_sync(all, x | 0xff00);
    out[7 * n + i] = __reduce_or_sync(all, x & 0xf);
    out[8 * n + i] = __reduce_xor_sync(all, x);
    if (threadIdx.x & 1)
        out[9 * n + i] = __reduce_add_sync(0xaaaaaaaa, x);
    else
        out[9 * n + i] = __reduce_max_sync(0x55555555, x);
}
