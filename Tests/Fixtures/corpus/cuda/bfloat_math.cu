// What sm_80 adds for halves, and the short float with eight bits of exponent.
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

extern "C" __global__ void half_extremes(const u16 *a, const u16 *b, const u16 *c, u16 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW2(0, "min.f16", "h", u16)
    ROW2(1, "max.f16", "h", u16)
    ROW2(2, "min.NaN.f16", "h", u16)
    ROW2(3, "max.NaN.f16", "h", u16)
    ROW3(4, "fma.rn.relu.f16", "h", u16)
}

extern "C" __global__ void bfloats(const u16 *a, const u16 *b, const u16 *c, u16 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW3(0, "fma.rn.bf16", "h", u16)
    ROW3(1, "fma.rn.relu.bf16", "h", u16)
    ROW2(2, "min.bf16", "h", u16)
    ROW2(3, "max.bf16", "h", u16)
    ROW2(4, "max.NaN.bf16", "h", u16)
}

extern "C" __global__ void bfloat_pairs(const u32 *a, const u32 *b, const u32 *c, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW3(0, "fma.rn.bf16x2", "r", u32)
    ROW2(1, "min.bf16x2", "r", u32)
    ROW2(2, "max.bf16x2", "r", u32)
    ROW1(3, "neg.bf16x2", "r", u32)
    ROW1(4, "abs.bf16x2", "r", u32)
}

extern "C" __global__ void bfloat_conversions(const float *a, const float *b, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u16 h;
    u32 r;
    asm volatile("cvt.rn.bf16.f32 %0, %1;" : "=h"(h) : "f"(a[i]));
    out[i] = h;
    asm volatile("cvt.rz.bf16.f32 %0, %1;" : "=h"(h) : "f"(a[i]));
    out[n + i] = h;
    asm volatile("cvt.rn.bf16x2.f32 %0, %1, %2;" : "=r"(r) : "f"(a[i]), "f"(b[i]));
    out[2 * n + i] = r;
    asm volatile("cvt.rn.f16x2.f32 %0, %1, %2;" : "=r"(r) : "f"(a[i]), "f"(b[i]));
    out[3 * n + i] = r;
    asm volatile("cvt.rn.relu.f16.f32 %0, %1;" : "=h"(h) : "f"(a[i]));
    // The sign of a zero is left open.
    out[4 * n + i] = h == 0x8000 ? 0 : h;
}
