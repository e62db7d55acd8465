// Half-precision arithmetic on the raw bits. One instruction a row; rows of `out` are n elements long.
typedef unsigned u32;
typedef unsigned short u16;

#define ROW1(row, name, C, type)                                                                                       \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1;" : "=" C(result) : C(a[i]));                                                       \
        out[row * n + i] = result;                                                                                     \
    }
#define ROW2(row, name, C, type)                                                                                       \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1, %2;" : "=" C(result) : C(a[i]), C(b[i]));                                          \
        out[row * n + i] = result;                                                                                     \
    }
#define ROW3(row, name, C, type)                                                                                       \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1, %2, %3;" : "=" C(result) : C(a[i]), C(b[i]), C(c[i]));                             \
        out[row * n + i] = result;                                                                                     \
    }

extern "C" __global__ void halves(const u16 *a, const u16 *b, const u16 *c, u16 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW2(0, "add.f16", "h", u16)
    ROW2(1, "add.rn.f16", "h", u16)
    ROW2(2, "add.sat.f16", "h", u16)
    ROW2(3, "sub.f16", "h", u16)
    ROW2(4, "mul.f16", "h", u16)
    ROW2(5, "mul.sat.f16", "h", u16)
    ROW3(6, "fma.rn.f16", "h", u16)
    ROW3(7, "fma.rn.sat.f16", "h", u16)
}

extern "C" __global__ void half_signs(const u16 *a, const u32 *b, u16 *out, u32 *pairs, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW1(0, "neg.f16", "h", u16)
    ROW1(1, "abs.f16", "h", u16)
    u32 r;
    asm volatile("neg.f16x2 %0, %1;" : "=r"(r) : "r"(b[i]));
    pairs[i] = r;
    asm volatile("abs.f16x2 %0, %1;" : "=r"(r) : "r"(b[i]));
    pairs[n + i] = r;
}

extern "C" __global__ void half_pairs(const u32 *a, const u32 *b, const u32 *c, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW2(0, "add.f16x2", "r", u32)
    ROW2(1, "sub.f16x2", "r", u32)
    ROW2(2, "mul.f16x2", "r", u32)
    ROW3(3, "fma.rn.f16x2", "r", u32)
}
