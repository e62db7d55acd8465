// Comparisons: every operator of a type is a bit of one word.
typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned short u16;

#define BIT(bit, name, C, type)                                                                                        \
    {                                                                                                                  \
        u32 flag;                                                                                                      \
        asm volatile("{ .reg .pred p; setp." name " p, %1, %2; selp.u32 %0, 1, 0, p; }"                                \
                     : "=r"(flag)                                                                                      \
                     : C((type)x), C((type)y));                                                                        \
        word |= flag << bit;                                                                                           \
    }
#define FLOATS(suffix, C, type)                                                                                        \
    BIT(0, "eq." suffix, C, type)                                                                                      \
    BIT(1, "ne." suffix, C, type)                                                                                      \
    BIT(2, "lt." suffix, C, type)                                                                                      \
    BIT(3, "le." suffix, C, type)                                                                                      \
    BIT(4, "gt." suffix, C, type)                                                                                      \
    BIT(5, "ge." suffix, C, type)                                                                                      \
    BIT(6, "equ." suffix, C, type)                                                                                     \
    BIT(7, "neu." suffix, C, type)                                                                                     \
    BIT(8, "ltu." suffix, C, type)                                                                                     \
    BIT(9, "leu." suffix, C, type)                                                                                     \
    BIT(10, "gtu." suffix, C, type)                                                                                    \
    BIT(11, "geu." suffix, C, type)                                                                                    \
    BIT(12, "num." suffix, C, type)                                                                                    \
    BIT(13, "nan." suffix, C, type)
#define SIGNED(shift, suffix, C, type)                                                                                 \
    BIT(shift + 0, "eq." suffix, C, type)                                                                              \
    BIT(shift + 1, "ne." suffix, C, type)                                                                              \
    BIT(shift + 2, "lt." suffix, C, type)                                                                              \
    BIT(shift + 3, "le." suffix, C, type)                                                                              \
    BIT(shift + 4, "gt." suffix, C, type)                                                                              \
    BIT(shift + 5, "ge." suffix, C, type)
#define UNSIGNED(shift, suffix, bits, C, type)                                                                         \
    SIGNED(shift, suffix, C, type)                                                                                     \
    BIT(shift + 6, "lo." suffix, C, type)                                                                              \
    BIT(shift + 7, "ls." suffix, C, type)                                                                              \
    BIT(shift + 8, "hi." suffix, C, type)                                                                              \
    BIT(shift + 9, "hs." suffix, C, type)                                                                              \
    BIT(shift + 10, "eq." bits, C, type)                                                                               \
    BIT(shift + 11, "ne." bits, C, type)

extern "C" __global__ void compare_floats(const float *a, const float *b, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    float x = a[i], y = b[i];
    u32 word = 0;
    FLOATS("f32", "f", float)
    out[i] = word;
}

extern "C" __global__ void compare_doubles(const double *a, const double *b, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    double x = a[i], y = b[i];
    u32 word = 0;
    FLOATS("f64", "d", double)
    out[i] = word;
}

extern "C" __global__ void compare_halves(const u16 *a, const u16 *b, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u16 x = a[i], y = b[i];
    u32 word = 0;
    FLOATS("f16", "h", u16)
    out[i] = word;
}

extern "C" __global__ void compare_integers(const u64 *a, const u64 *b, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u64 x = a[i], y = b[i];
    u32 word = 0;
    SIGNED(0, "s16", "h", u16)
    UNSIGNED(6, "u16", "b16", "h", u16)
    out[i] = word;
    word = 0;
    SIGNED(0, "s32", "r", u32)
    UNSIGNED(6, "u32", "b32", "r", u32)
    out[n + i] = word;
    word = 0;
    SIGNED(0, "s64", "l", u64)
    UNSIGNED(6, "u64", "b64", "l", u64)
    out[2 * n + i] = word;
}

// Two destinations, combinations with a third predicate, `set`, and the logic of predicates. Bits of one word.
extern "C" __global__ void compare_predicates(const int *a, const int *b, const float *c, const float *d, u32 *out,
                                              int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    int x = a[i], y = b[i];
    float f = c[i], g = d[i];
    u32 low, high, word;
#define PAIR(shift, text)                                                                                              \
    asm volatile("{ .reg .pred p, q, r; setp.gt.s32 r, %2, 100; " text                                                 \
                 " selp.b32 %0, 1, 0, p; selp.b32 %1, 1, 0, q; }"                                                      \
                 : "=r"(low), "=r"(high)                                                                               \
                 : "r"(x), "r"(y), "f"(f), "f"(g));                                                                    \
    word |= (low << shift) | (high << (shift + 1));
    word = 0;
    PAIR(0, "setp.lt.s32 p|q, %2, %3;")
    PAIR(2, "setp.lt.and.s32 p|q, %2, %3, r;")
    PAIR(4, "setp.lt.or.s32 p|q, %2, %3, r;")
    PAIR(6, "setp.lt.xor.s32 p|q, %2, %3, r;")
    PAIR(8, "setp.lt.and.s32 p|q, %2, %3, !r;")
    PAIR(10, "setp.leu.f32 p|q, %4, %5;")
    PAIR(12, "setp.gt.or.f32 p|q, %4, %5, !r;")
    PAIR(14, "setp.lt.s32 p, %2, %3; and.pred q, p, r;")
    PAIR(16, "setp.lt.s32 p, %2, %3; or.pred q, p, r;")
    PAIR(18, "setp.lt.s32 p, %2, %3; xor.pred q, p, r;")
    PAIR(20, "setp.lt.s32 p, %2, %3; not.pred q, p;")
    PAIR(22, "setp.lt.s32 p, %2, %3; mov.pred q, r;")
    PAIR(24, "setp.lt.s32 p, %2, %3; mov.pred q, r; @p mov.pred q, p;")
    PAIR(26, "setp.lt.s32 p, %2, %3; mov.pred q, r; @!p xor.pred q, q, p;")
    out[i] = word;
    u32 r;
    asm volatile("set.lt.u32.s32 %0, %1, %2;" : "=r"(r) : "r"(x), "r"(y));
    out[n + i] = r;
    asm volatile("set.ge.u32.f32 %0, %1, %2;" : "=r"(r) : "f"(f), "f"(g));
    out[2 * n + i] = r;
    asm volatile("set.ltu.f32.f32 %0, %1, %2;" : "=r"(r) : "f"(f), "f"(g));
    out[3 * n + i] = r;
    asm volatile("{ .reg .pred p; setp.gt.s32 p, %1, 100; set.ne.and.u32.s32 %0, %1, %2, p; }"
                 : "=r"(r)
                 : "r"(x), "r"(y));
    out[4 * n + i] = r;
}

// Choices by predicates, and what kind of number something is.
extern "C" __global__ void selections(const float *a, const double *b, u32 *out, u64 *wide, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 word = 0, flag;
#define KIND(bit, name, C, value)                                                                                      \
    asm volatile("{ .reg .pred p; testp." name " p, %1; selp.u32 %0, 1, 0, p; }" : "=r"(flag) : C(value));             \
    word |= flag << bit;
    KIND(0, "finite.f32", "f", a[i])
    KIND(1, "infinite.f32", "f", a[i])
    KIND(2, "number.f32", "f", a[i])
    KIND(3, "notanumber.f32", "f", a[i])
    KIND(4, "normal.f32", "f", a[i])
    KIND(5, "subnormal.f32", "f", a[i])
    KIND(6, "finite.f64", "d", b[i])
    KIND(7, "infinite.f64", "d", b[i])
    KIND(8, "number.f64", "d", b[i])
    KIND(9, "notanumber.f64", "d", b[i])
    KIND(10, "normal.f64", "d", b[i])
    KIND(11, "subnormal.f64", "d", b[i])
    out[i] = word;
    u64 r;
    asm volatile("{ .reg .pred p; setp.gt.f64 p, %1, 0d0000000000000000; selp.b64 %0, %2, %3, p; }"
                 : "=l"(r)
                 : "d"(b[i]), "l"(0x1122334455667788ull), "l"(0x99aabbccddeeff00ull));
    wide[i] = r;
    u16 h;
    asm volatile("{ .reg .pred p; setp.gt.f32 p, %1, 0f00000000; selp.b16 %0, %2, %3, p; }"
                 : "=h"(h)
                 : "f"(a[i]), "h"((u16)7), "h"((u16)0xfff9));
    out[n + i] = h;
    float f;
    asm volatile("{ .reg .pred p; setp.lt.f32 p, %1, 0f00000000; selp.f32 %0, 0fBF800000, 0f3F800000, p; }"
                 : "=f"(f)
                 : "f"(a[i]));
    out[2 * n + i] = __float_as_uint(f);
}
