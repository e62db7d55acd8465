// One bit instruction a row; rows of `out` are n elements long.
typedef unsigned u32;
typedef unsigned long long u64;

#define ROW(row, value) out[row * n + i] = value;
#define UNARY(row, name, type, C)                                                                                      \
    {                                                                                                                  \
        u32 result;                                                                                                    \
        asm volatile(name " %0, %1;" : "=r"(result) : C(type));                                                        \
        ROW(row, result)                                                                                               \
    }
#define THREE(row, name)                                                                                               \
    {                                                                                                                  \
        u32 result;                                                                                                    \
        asm volatile(name " %0, %1, %2, %3;" : "=r"(result) : "r"(x), "r"(y), "r"(z));                                 \
        ROW(row, result)                                                                                               \
    }
#define LOGIC(row, table)                                                                                              \
    {                                                                                                                  \
        u32 result;                                                                                                    \
        asm volatile("lop3.b32 %0, %1, %2, %3, " table ";" : "=r"(result) : "r"(x), "r"(y), "r"(z));                   \
        ROW(row, result)                                                                                               \
    }

extern "C" __global__ void bits_32(const u32 *a, const u32 *b, const u32 *c, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 x = a[i], y = b[i], z = c[i];
    UNARY(0, "popc.b32", x, "r")
    UNARY(1, "clz.b32", x, "r")
    UNARY(2, "brev.b32", x, "r")
    UNARY(3, "bfind.u32", x, "r")
    UNARY(4, "bfind.s32", x, "r")
    UNARY(5, "bfind.shiftamt.u32", x, "r")
    UNARY(6, "bfind.shiftamt.s32", x, "r")
    THREE(7, "prmt.b32")
    THREE(8, "prmt.b32.f4e")
    THREE(9, "prmt.b32.b4e")
    THREE(10, "prmt.b32.rc8")
    THREE(11, "prmt.b32.ecl")
    THREE(12, "prmt.b32.ecr")
    THREE(13, "prmt.b32.rc16")
    LOGIC(14, "0x80")
    LOGIC(15, "0xfe")
    LOGIC(16, "0x96")
    LOGIC(17, "0xe8")
    LOGIC(18, "0xca")
    LOGIC(19, "0x1b")
    THREE(20, "dp4a.u32.u32")
    THREE(21, "dp4a.s32.s32")
    THREE(22, "dp4a.u32.s32")
    THREE(23, "dp4a.s32.u32")
    THREE(24, "dp2a.lo.u32.u32")
    THREE(25, "dp2a.hi.s32.s32")
    THREE(26, "dp2a.lo.u32.s32")
    THREE(27, "dp2a.hi.s32.u32")
    THREE(28, "shf.l.wrap.b32")
    THREE(29, "shf.l.clamp.b32")
    THREE(30, "shf.r.wrap.b32")
    THREE(31, "shf.r.clamp.b32")
    ROW(32, __byte_perm(x, y, 0x3715))
    ROW(33, __funnelshift_l(x, y, z))
    ROW(34, __popc(x) + __clz(y) + __ffs(z))
}

// Positions and lengths run past the width on purpose: they count modulo 256.
extern "C" __global__ void bit_fields(const u64 *a, const u64 *b, const u32 *positions, const u32 *lengths, u64 *out,
                                      int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 p = positions[i], l = lengths[i], r;
    u64 s;
    asm volatile("bfe.u32 %0, %1, %2, %3;" : "=r"(r) : "r"((u32)a[i]), "r"(p), "r"(l));
    ROW(0, r)
    asm volatile("bfe.s32 %0, %1, %2, %3;" : "=r"(r) : "r"((u32)a[i]), "r"(p), "r"(l));
    ROW(1, r)
    asm volatile("bfi.b32 %0, %1, %2, %3, %4;" : "=r"(r) : "r"((u32)a[i]), "r"((u32)b[i]), "r"(p), "r"(l));
    ROW(2, r)
    asm volatile("bfe.u64 %0, %1, %2, %3;" : "=l"(s) : "l"(a[i]), "r"(p), "r"(l));
    ROW(3, s)
    asm volatile("bfe.s64 %0, %1, %2, %3;" : "=l"(s) : "l"(a[i]), "r"(p), "r"(l));
    ROW(4, s)
    asm volatile("bfi.b64 %0, %1, %2, %3, %4;" : "=l"(s) : "l"(a[i]), "l"(b[i]), "r"(p), "r"(l));
    ROW(5, s)
    UNARY(6, "popc.b64", a[i], "l")
    UNARY(7, "clz.b64", a[i], "l")
    UNARY(8, "bfind.u64", a[i], "l")
    UNARY(9, "bfind.s64", a[i], "l")
    UNARY(10, "bfind.shiftamt.u64", a[i], "l")
    asm volatile("brev.b64 %0, %1;" : "=l"(s) : "l"(a[i]));
    ROW(11, s)
}
