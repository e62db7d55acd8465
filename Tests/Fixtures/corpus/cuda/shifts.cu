// Shifts by any amount, the width and beyond included: PTX clamps, it does not wrap.
typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned short u16;

#define SHIFT(row, name, type, C)                                                                                      \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1, %2;" : "=" C(result) : C((type)a[i]), "r"(amounts[i]));                            \
        out[row * n + i] = result;                                                                                     \
    }

extern "C" __global__ void shifts(const u64 *a, const u32 *amounts, u64 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    SHIFT(0, "shl.b16", u16, "h")
    SHIFT(1, "shr.u16", u16, "h")
    SHIFT(2, "shr.s16", u16, "h")
    SHIFT(3, "shr.b16", u16, "h")
    SHIFT(4, "shl.b32", u32, "r")
    SHIFT(5, "shr.u32", u32, "r")
    SHIFT(6, "shr.s32", u32, "r")
    SHIFT(7, "shr.b32", u32, "r")
    SHIFT(8, "shl.b64", u64, "l")
    SHIFT(9, "shr.u64", u64, "l")
    SHIFT(10, "shr.s64", u64, "l")
    SHIFT(11, "shr.b64", u64, "l")
}
