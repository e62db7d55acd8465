// Every atomic operation on global memory. The results do not depend on the order of the threads.
typedef unsigned u32;
typedef unsigned long long u64;

#define ATOM(name, C, value)                                                                                           \
    asm volatile("atom.global." name " %0, [%1], %2;" : "=" C(old) : "l"(cell++), C(value) : "memory");
#define RED(name, C, value) asm volatile("red.global." name " [%0], %1;" ::"l"(cell++), C(value) : "memory");

// `cells` has one word an operation; `returned` sums up what some of them returned.
extern "C" __global__ void atomics_global_32(const u32 *a, u32 *words, u32 *returned, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 x = a[i], old, *cell = words;
    ATOM("add.u32", "r", x)
    ATOM("add.s32", "r", x)
    ATOM("min.u32", "r", x)
    ATOM("min.s32", "r", x)
    ATOM("max.u32", "r", x)
    ATOM("max.s32", "r", x)
    ATOM("and.b32", "r", x | 0xff)
    ATOM("or.b32", "r", x & 0xff00ff)
    ATOM("xor.b32", "r", x)
    ATOM("inc.u32", "r", 99u)
    atomicAdd(&returned[0], old);
    ATOM("dec.u32", "r", 99u)
    atomicAdd(&returned[1], old);
    ATOM("exch.b32", "r", 4660u)
    atomicAdd(&returned[2], old);
    ATOM("relaxed.gpu.add.u32", "r", 1u)
    atomicAdd(&returned[3], old);
    RED("add.u32", "r", x)
    RED("min.s32", "r", x)
    RED("max.u32", "r", x)
    RED("and.b32", "r", x | 0xf0)
    RED("or.b32", "r", x & 0xf)
    RED("xor.b32", "r", x)
    RED("inc.u32", "r", 1000u)
    RED("dec.u32", "r", 1000u)
}

extern "C" __global__ void atomics_global_64(const u64 *a, u64 *words, u64 *returned, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u64 x = a[i], old, *cell = words;
    ATOM("add.u64", "l", x)
    ATOM("min.u64", "l", x)
    ATOM("min.s64", "l", x)
    ATOM("max.u64", "l", x)
    ATOM("max.s64", "l", x)
    ATOM("and.b64", "l", x | 0xffff)
    ATOM("or.b64", "l", x & 0xff00ff00ff)
    ATOM("xor.b64", "l", x)
    ATOM("exch.b64", "l", 0x123456789ull)
    atomicAdd(&returned[0], old);
    RED("add.u64", "l", x)
    RED("max.s64", "l", x)
}

// Sums of whole numbers are exact in any order; f32, f64 and two halves at once.
extern "C" __global__ void atomics_global_float(const int *a, float *single, double *wide, u32 *pair, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    int x = a[i];
    float old;
    asm volatile("atom.global.add.f32 %0, [%1], %2;" : "=f"(old) : "l"(single), "f"((float)x) : "memory");
    asm volatile("red.global.add.f32 [%0], %1;" ::"l"(single + 1), "f"((float)-x) : "memory");
    // Each old value is one that a partial sum of ones has: together they are 0 + 1 + … + (n − 1).
    asm volatile("atom.global.add.f32 %0, [%1], %2;" : "=f"(old) : "l"(single + 2), "f"(1.0f) : "memory");
    atomicAdd(single + 3, old);
    double wide_old;
    asm volatile("atom.global.add.f64 %0, [%1], %2;" : "=d"(wide_old) : "l"(wide), "d"((double)x) : "memory");
    asm volatile("red.global.add.f64 [%0], %1;" ::"l"(wide + 1), "d"((double)x * 0.5) : "memory");
    u32 pair_old;
    // One half counts up by one and the other down by two.
    asm volatile("atom.global.add.noftz.f16x2 %0, [%1], %2;" : "=r"(pair_old) : "l"(pair), "r"(0xc0003c00) : "memory");
}

// Compare-and-swap loops: a product modulo a prime, the largest float, and a lock around a plain counter.
extern "C" __global__ void atomics_cas(const u32 *a, const float *b, u32 *product, u32 *largest, u64 *wide, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 old = *(volatile u32 *)product, seen;
    do {
        seen = old;
        u32 next = (u32)((u64)seen * (a[i] % 65520 + 1) % 65521);
        old = atomicCAS(product, seen, next);
    } while (old != seen);
    old = *(volatile u32 *)largest;
    while (__uint_as_float(old) < b[i]) {
        seen = old;
        old = atomicCAS(largest, seen, __float_as_uint(b[i]));
        if (old == seen)
            break;
    }
    u64 wide_old = *(volatile u64 *)wide, wide_seen;
    do {
        wide_seen = wide_old;
        wide_old = atomicCAS(wide, wide_seen, wide_seen ^ a[i]);
    } while (wide_old != wide_seen);
}
