// Addresses without a space: made of every space, told apart, turned back.
typedef unsigned u32;
typedef unsigned long long u64;

__constant__ u32 constants[4] = {11, 22, 33, 44};

extern "C" __global__ void generic_memory(const u32 *a, u32 *out, u32 *kinds, int n)
{
    __shared__ u32 tile[64], marks[64];
    int t = threadIdx.x, i = blockIdx.x * 64 + t;
    u32 local[3] = {(u32)i, (u32)i * 2, (u32)i * 3};
    tile[t] = t * 5;
    marks[t] = t * 7;
    __syncthreads();
    if (i >= n)
        return;
    // The pointer that each lane reads through depends on its data.
    const u32 *choice;
    switch (a[i] & 3) {
    case 0: choice = a + (a[i] >> 2) % (u32)n; break;
    case 1: choice = tile + (a[i] >> 2) % 64; break;
    case 2: choice = local + (a[i] >> 2) % 3; break;
    default: choice = constants + (a[i] >> 2) % 4; break;
    }
    u32 r, word = 0;
    asm volatile("ld.u32 %0, [%1];" : "=r"(r) : "l"(choice) : "memory");
    out[i] = r;
#define SPACE(bit, space)                                                                                              \
    asm volatile("{ .reg .pred p; isspacep." space " p, %1; selp.u32 %0, 1, 0, p; }" : "=r"(r) : "l"(choice));         \
    word |= r << bit;
    SPACE(0, "global")
    SPACE(1, "shared")
    SPACE(2, "local")
    SPACE(3, "const")
    // Whether constants lie in global memory, too, is the machine's business.
    if ((a[i] & 3) == 3)
        word &= ~1u;
    // There and back.
    u64 address;
    asm volatile("{ .reg .u64 s; cvta.to.shared.u64 s, %1; cvta.shared.u64 %0, s; }" : "=l"(address) : "l"(tile + t));
    word |= (address == (u64)(tile + t)) << 4;
    asm volatile("{ .reg .u64 s; cvta.to.global.u64 s, %1; cvta.global.u64 %0, s; }" : "=l"(address) : "l"(out + i));
    word |= (address == (u64)(out + i)) << 5;
    asm volatile("{ .reg .u64 s; cvta.to.local.u64 s, %1; cvta.local.u64 %0, s; }" : "=l"(address) : "l"(local));
    word |= (address == (u64)local) << 6;
    // A store and an atomic operation through pointers without a space.
    u32 *target = (a[i] & 4) ? &marks[t] : &local[1];
    asm volatile("st.u32 [%0], %1;" ::"l"(target), "r"(77u) : "memory");
    asm volatile("{ .reg .u32 old; atom.add.u32 old, [%0], %1; }" ::"l"(kinds + n), "r"(1u) : "memory");
    kinds[i] = word | marks[t] << 8 | ((volatile u32 *)local)[1] << 20;
}
