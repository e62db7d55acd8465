// Shuffles in four modes, in widths below 32, with the predicate that tells whether a lane was there.
typedef unsigned u32;

#define SHUFFLE(row, mode, lane, clamp)                                                                                \
    {                                                                                                                  \
        u32 r, f;                                                                                                      \
        asm volatile("{ .reg .pred p; shfl.sync." mode ".b32 %0|p, %2, %3, %4, 0xffffffff; selp.u32 %1, 1, 0, p; }"    \
                     : "=r"(r), "=r"(f)                                                                                \
                     : "r"(x), "r"((u32)(lane)), "r"((u32)(clamp)));                                                   \
        out[row * n + i] = r * 2 + f;                                                                                  \
    }

extern "C" __global__ void warp_shuffles(const u32 *a, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    u32 x = a[i], lane = threadIdx.x & 31;
    SHUFFLE(0, "up", 1, 0)
    SHUFFLE(1, "up", 5, 0x1800)
    SHUFFLE(2, "down", 1, 31)
    SHUFFLE(3, "down", 3, 0x181f)
    SHUFFLE(4, "bfly", 1, 31)
    SHUFFLE(5, "bfly", 12, 0x101f)
    SHUFFLE(6, "idx", (lane * 7 + 3), 31)
    SHUFFLE(7, "idx", 5, 0x1c1f)
    SHUFFLE(8, "idx", x, 31)
    SHUFFLE(9, "down", lane, 31)
    out[10 * n + i] = __shfl_sync(0xffffffff, x, 9, 16);
    out[11 * n + i] = __shfl_up_sync(0xffffffff, x, 2, 8);
    // Only the lanes of the mask take part.
    u32 part = 0;
    if (lane < 20)
        part = __shfl_down_sync(0x000fffff, x, 1) + __shfl_xor_sync(0x000fffff, x, 2);
    out[12 * n + i] = lane == 19 ? 0 : part;
}

// Sums of groups of lanes whose size varies: each group has its own mask.
extern "C" __global__ void warp_groups(const int *a, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x, lane = threadIdx.x & 31;
    bool active = i < n;
    unsigned mask = __ballot_sync(0xffffffff, active);
    if (!active)
        return;
    int value = a[i];
    // All lanes that are there, from the highest to the lowest.
    int count = __popc(mask);
    for (int offset = 16; offset > 0; offset >>= 1) {
        int other = __shfl_down_sync(mask, value, offset);
        if (lane + offset < count)
            value += other;
    }
    int total = __shfl_sync(mask, value, 0);
    // Prefix sums of the lanes with an odd element, through the mask of their ballot.
    unsigned odd = __ballot_sync(mask, a[i] & 1);
    int rank = __popc(odd & ((1u << lane) - 1));
    out[i] = total;
    out[n + i] = (a[i] & 1) ? rank : -1;
    // Halves of the warp reduce apart from each other.
    unsigned half = lane < 16 ? 0x0000ffffu & mask : 0xffff0000u & mask;
    int sum = a[i];
    for (int offset = 8; offset > 0; offset >>= 1) {
        int other = __shfl_xor_sync(half, sum, offset);
        if ((half >> (lane ^ offset)) & 1)
            sum = max(sum, other);
    }
    out[2 * n + i] = count == 32 ? sum : 0;
}
