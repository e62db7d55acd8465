// One instruction a row; rows of `out` are n elements long.
typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned short u16;

#define ONE(row, name, type, C)                                                                                        \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1;" : "=" C(result) : C(x));                                                          \
        out[row * n + i] = result;                                                                                     \
    }
#define TWO(row, name, type, C)                                                                                        \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1, %2;" : "=" C(result) : C(x), C(y));                                                \
        out[row * n + i] = result;                                                                                     \
    }
#define THREE(row, name, type, C)                                                                                      \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1, %2, %3;" : "=" C(result) : C(x), C(y), C(z));                                      \
        out[row * n + i] = result;                                                                                     \
    }
#define SETUP(type)                                                                                                    \
    int i = blockIdx.x * blockDim.x + threadIdx.x;                                                                     \
    if (i >= n)                                                                                                        \
        return;                                                                                                        \
    type x = a[i], y = b[i], z = c[i];

extern "C" __global__ void integers_32(const u32 *a, const u32 *b, const u32 *c, u32 *out, int n)
{
    SETUP(u32)
    TWO(0, "add.s32", u32, "r")
    TWO(1, "add.sat.s32", u32, "r")
    TWO(2, "sub.s32", u32, "r")
    TWO(3, "sub.sat.s32", u32, "r")
    TWO(4, "mul.lo.s32", u32, "r")
    TWO(5, "mul.hi.s32", u32, "r")
    TWO(6, "mul.hi.u32", u32, "r")
    THREE(7, "mad.lo.s32", u32, "r")
    THREE(8, "mad.hi.s32", u32, "r")
    THREE(9, "mad.hi.u32", u32, "r")
    THREE(10, "mad.hi.sat.s32", u32, "r")
    TWO(11, "mul24.lo.s32", u32, "r")
    TWO(12, "mul24.lo.u32", u32, "r")
    TWO(13, "mul24.hi.s32", u32, "r")
    TWO(14, "mul24.hi.u32", u32, "r")
    THREE(15, "mad24.lo.s32", u32, "r")
    THREE(16, "mad24.lo.u32", u32, "r")
    THREE(17, "sad.s32", u32, "r")
    THREE(18, "sad.u32", u32, "r")
    TWO(19, "min.s32", u32, "r")
    TWO(20, "min.u32", u32, "r")
    TWO(21, "max.s32", u32, "r")
    TWO(22, "max.u32", u32, "r")
    ONE(23, "neg.s32", u32, "r")
    ONE(24, "abs.s32", u32, "r")
    TWO(25, "and.b32", u32, "r")
    TWO(26, "or.b32", u32, "r")
    TWO(27, "xor.b32", u32, "r")
    ONE(28, "not.b32", u32, "r")
    ONE(29, "cnot.b32", u32, "r")
}

extern "C" __global__ void integers_64(const u64 *a, const u64 *b, const u64 *c, u64 *out, int n)
{
    SETUP(u64)
    TWO(0, "add.s64", u64, "l")
    TWO(1, "sub.s64", u64, "l")
    TWO(2, "mul.lo.s64", u64, "l")
    TWO(3, "mul.hi.s64", u64, "l")
    TWO(4, "mul.hi.u64", u64, "l")
    THREE(5, "mad.lo.s64", u64, "l")
    THREE(6, "mad.hi.u64", u64, "l")
    THREE(7, "sad.s64", u64, "l")
    TWO(8, "min.s64", u64, "l")
    TWO(9, "min.u64", u64, "l")
    TWO(10, "max.s64", u64, "l")
    TWO(11, "max.u64", u64, "l")
    ONE(12, "neg.s64", u64, "l")
    ONE(13, "abs.s64", u64, "l")
    TWO(14, "and.b64", u64, "l")
    TWO(15, "or.b64", u64, "l")
    TWO(16, "xor.b64", u64, "l")
    ONE(17, "not.b64", u64, "l")
    ONE(18, "cnot.b64", u64, "l")
}

extern "C" __global__ void integers_16(const u16 *a, const u16 *b, const u16 *c, u16 *out, int n)
{
    SETUP(u16)
    TWO(0, "add.s16", u16, "h")
    TWO(1, "sub.u16", u16, "h")
    TWO(2, "mul.lo.s16", u16, "h")
    TWO(3, "mul.hi.s16", u16, "h")
    TWO(4, "mul.hi.u16", u16, "h")
    THREE(5, "mad.lo.u16", u16, "h")
    THREE(6, "sad.s16", u16, "h")
    TWO(7, "min.s16", u16, "h")
    TWO(8, "min.u16", u16, "h")
    TWO(9, "max.s16", u16, "h")
    TWO(10, "max.u16", u16, "h")
    ONE(11, "neg.s16", u16, "h")
    ONE(12, "abs.s16", u16, "h")
    TWO(13, "and.b16", u16, "h")
    TWO(14, "or.b16", u16, "h")
    TWO(15, "xor.b16", u16, "h")
    ONE(16, "not.b16", u16, "h")
    ONE(17, "cnot.b16", u16, "h")
}

// Products twice as wide as their factors, 32 to 64 bits and 16 to 32.
extern "C" __global__ void integers_wide(const u32 *a, const u32 *b, const u64 *c, u64 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u64 r;
    asm volatile("mul.wide.s32 %0, %1, %2;" : "=l"(r) : "r"(a[i]), "r"(b[i]));
    out[i] = r;
    asm volatile("mul.wide.u32 %0, %1, %2;" : "=l"(r) : "r"(a[i]), "r"(b[i]));
    out[n + i] = r;
    asm volatile("mad.wide.s32 %0, %1, %2, %3;" : "=l"(r) : "r"(a[i]), "r"(b[i]), "l"(c[i]));
    out[2 * n + i] = r;
    asm volatile("mad.wide.u32 %0, %1, %2, %3;" : "=l"(r) : "r"(a[i]), "r"(b[i]), "l"(c[i]));
    out[3 * n + i] = r;
    u32 s;
    asm volatile("mul.wide.s16 %0, %1, %2;" : "=r"(s) : "h"((u16)a[i]), "h"((u16)b[i]));
    out[4 * n + i] = s;
    asm volatile("mul.wide.u16 %0, %1, %2;" : "=r"(s) : "h"((u16)a[i]), "h"((u16)b[i]));
    out[5 * n + i] = s;
    asm volatile("mad.wide.s16 %0, %1, %2, %3;" : "=r"(s) : "h"((u16)a[i]), "h"((u16)b[i]), "r"((u32)c[i]));
    out[6 * n + i] = s;
    // Words are joined and taken apart by moves.
    asm volatile("mov.b64 %0, {%1, %2};" : "=l"(r) : "r"(a[i]), "r"(b[i]));
    out[7 * n + i] = r;
    u32 low, high;
    asm volatile("mov.b64 {%0, %1}, %2;" : "=r"(low), "=r"(high) : "l"(c[i]));
    out[8 * n + i] = ((u64)low << 32) | high;
    u16 q0, q1;
    asm volatile("mov.b32 {%0, %1}, %2;" : "=h"(q0), "=h"(q1) : "r"(a[i]));
    asm volatile("mov.b32 %0, {%1, %2};" : "=r"(s) : "h"(q1), "h"(q0));
    out[9 * n + i] = s;
}

// Carries: 64-bit sums, differences and products made of 32-bit words.
extern "C" __global__ void integers_carry(const u64 *a, const u64 *b, const u64 *c, u64 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 a0 = (u32)a[i], a1 = (u32)(a[i] >> 32), b0 = (u32)b[i], b1 = (u32)(b[i] >> 32);
    u32 c0 = (u32)c[i], c1 = (u32)(c[i] >> 32), r0, r1;
    asm volatile("add.cc.u32 %0, %2, %3;\n\taddc.u32 %1, %4, %5;"
                 : "=&r"(r0), "=r"(r1)
                 : "r"(a0), "r"(b0), "r"(a1), "r"(b1));
    out[i] = ((u64)r1 << 32) | r0;
    asm volatile("sub.cc.u32 %0, %2, %3;\n\tsubc.u32 %1, %4, %5;"
                 : "=&r"(r0), "=r"(r1)
                 : "r"(a0), "r"(b0), "r"(a1), "r"(b1));
    out[n + i] = ((u64)r1 << 32) | r0;
    asm volatile("mad.lo.cc.u32 %0, %2, %3, %4;\n\tmadc.hi.u32 %1, %2, %3, %5;"
                 : "=&r"(r0), "=r"(r1)
                 : "r"(a0), "r"(b0), "r"(c0), "r"(c1));
    out[2 * n + i] = ((u64)r1 << 32) | r0;
    // Three words: the carry of the second addition is what the third one sees.
    asm volatile("add.cc.u32 %0, %1, %2;\n\taddc.cc.u32 %0, %3, %4;\n\taddc.u32 %0, %5, 0;"
                 : "=&r"(r0)
                 : "r"(a0), "r"(b0), "r"(a1), "r"(b1), "r"(c0));
    out[3 * n + i] = r0;
}
