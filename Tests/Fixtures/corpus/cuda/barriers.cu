// Barriers with names, with fewer threads than the block has, and with a vote of the block.
typedef unsigned u32;

// The upper half of the block produces what the lower half consumes, a ring of two barriers.
extern "C" __global__ void barrier_pipeline(const u32 *a, u32 *out, int rounds)
{
    __shared__ u32 slot[64];
    int t = threadIdx.x;
    u32 sum = 0;
    for (int k = 0; k < rounds; k++) {
        if (t >= 64) {
            if (k > 0)
                asm volatile("bar.sync 2, 128;" ::: "memory");
            slot[t - 64] = a[k * 64 + t - 64] + k;
            asm volatile("bar.arrive 1, 128;" ::: "memory");
        } else {
            asm volatile("bar.sync 1, 128;" ::: "memory");
            sum = sum * 31 + slot[63 - t];
            if (k + 1 < rounds)
                asm volatile("bar.arrive 2, 128;" ::: "memory");
        }
    }
    if (t < 64)
        out[t] = sum;
}

extern "C" __global__ void barrier_votes(const u32 *a, u32 *out)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    int odd = a[t] & 1;
    u32 count = __syncthreads_count(odd);
    int all = __syncthreads_and(a[t] < 0xf0000000u);
    int any = __syncthreads_or(a[t] >= 0xff000000u);
    out[t] = count * 4 + (all ? 2 : 0) + (any ? 1 : 0);
}

// Warps of a block meet at barriers of their own; the number of the barrier is a variable.
extern "C" __global__ void barrier_groups(const u32 *a, u32 *out)
{
    __shared__ u32 values[128];
    int t = threadIdx.x, group = t / 64;
    values[t] = a[blockIdx.x * 128 + t];
    asm volatile("barrier.sync %0, %1;" ::"r"(group + 1), "r"(64) : "memory");
    u32 neighbour = values[group * 64 + ((t + 33) & 63)];
    u32 flags;
    asm volatile("{ .reg .pred p, q; setp.gt.u32 p, %1, 2147483647; barrier.red.popc.u32 %0, %2, 64, p; }"
                 : "=r"(flags)
                 : "r"(neighbour), "r"(group + 1)
                 : "memory");
    asm volatile("bar.warp.sync 0xffffffff;" ::: "memory");
    out[blockIdx.x * 128 + t] = neighbour ^ flags;
}
