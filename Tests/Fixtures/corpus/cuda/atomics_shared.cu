// Atomic operations on shared memory; one block's words go out at the end.
typedef unsigned u32;
typedef unsigned long long u64;

#define ADDRESS(word) (u32) __cvta_generic_to_shared(&word)
#define ATOM(name, C, cell, value)                                                                                     \
    asm volatile("atom.shared." name " %0, [%1], %2;" : "=" C(old) : "r"(ADDRESS(cell)), C(value) : "memory");
#define RED(name, C, cell, value)                                                                                      \
    asm volatile("red.shared." name " [%0], %1;" ::"r"(ADDRESS(cell)), C(value) : "memory");

extern "C" __global__ void atomics_shared(const u32 *a, const u64 *b, u32 *words, u64 *longs, float *sums, int n)
{
    __shared__ u32 cells[16];
    __shared__ u64 wide[8];
    __shared__ float single[2];
    __shared__ double twice;
    int t = threadIdx.x;
    if (t < 16)
        cells[t] = t == 6 ? 0xffffffff : t == 2 ? 0xffffffff : t == 3 ? 0x7fffffff : 0;
    if (t < 8)
        wide[t] = t == 1 ? ~0ull : 0;
    if (t < 2)
        single[t] = 0;
    if (t == 0)
        twice = 0;
    __syncthreads();
    for (int i = t; i < n; i += blockDim.x) {
        u32 x = a[i];
        {
            u32 old;
            ATOM("add.u32", "r", cells[0], x)
            ATOM("add.s32", "r", cells[1], x)
            ATOM("min.u32", "r", cells[2], x)
            ATOM("min.s32", "r", cells[3], x)
            ATOM("max.u32", "r", cells[4], x)
            ATOM("max.s32", "r", cells[5], x)
            ATOM("and.b32", "r", cells[6], x | 0xff)
            ATOM("or.b32", "r", cells[7], x & 0xff00ff)
            ATOM("xor.b32", "r", cells[8], x)
            ATOM("inc.u32", "r", cells[9], 9u)
            ATOM("dec.u32", "r", cells[10], 9u)
            ATOM("exch.b32", "r", cells[11], 77u)
            atomicAdd(&cells[12], old);
            RED("add.u32", "r", cells[13], 3u)
            RED("xor.b32", "r", cells[14], x)
        }
        {
            u64 old, y = b[i];
            ATOM("add.u64", "l", wide[0], y)
            ATOM("min.u64", "l", wide[1], y)
            ATOM("max.s64", "l", wide[2], y)
            ATOM("xor.b64", "l", wide[3], y)
            ATOM("or.b64", "l", wide[4], y & 0xf0f0f0f0f0f0)
            ATOM("exch.b64", "l", wide[5], 99ull)
            atomicAdd(&wide[6], old);
            u64 seen = *(volatile u64 *)&wide[7], found;
            while ((found = atomicCAS(&wide[7], seen, seen + (y & 0xff))) != seen)
                seen = found;
        }
        {
            float old;
            ATOM("add.f32", "f", single[0], (float)(x & 15))
            RED("add.f32", "f", single[1], (float)(x & 7) * 0.5f)
        }
        atomicAdd(&twice, (double)(x & 31) * 0.25);
        // Lanes of one warp compete for a word: one of them wins each time.
        u32 seen = *(volatile u32 *)&cells[15], found;
        while ((found = atomicCAS(&cells[15], seen, seen + (x & 3))) != seen)
            seen = found;
    }
    __syncthreads();
    if (t < 16)
        words[t] = cells[t];
    if (t < 8)
        longs[t] = wide[t];
    if (t < 2)
        sums[t] = single[t];
    if (t == 0)
        sums[2] = (float)twice;
}
