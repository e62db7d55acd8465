// Quotients and remainders. What a division by zero yields is the machine's business, so a mark stands for it: the
// instruction runs all the same. Rows of `out`: one operation each, n elements long.
typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned short u16;

#define DIVIDE(row, name, type, constraint)                                                                            \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile(name " %0, %1, %2;" : "=" constraint(result) : constraint(x), constraint(y));                     \
        out[row * n + i] = y == 0 ? (type)0x5a5a : result;                                                             \
    }

extern "C" __global__ void divide_32(const u32 *a, const u32 *b, u32 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u32 x = a[i], y = b[i];
    DIVIDE(0, "div.u32", u32, "r")
    DIVIDE(1, "rem.u32", u32, "r")
    DIVIDE(2, "div.s32", u32, "r")
    DIVIDE(3, "rem.s32", u32, "r")
}

extern "C" __global__ void divide_64(const u64 *a, const u64 *b, u64 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u64 x = a[i], y = b[i];
    DIVIDE(0, "div.u64", u64, "l")
    DIVIDE(1, "rem.u64", u64, "l")
    DIVIDE(2, "div.s64", u64, "l")
    DIVIDE(3, "rem.s64", u64, "l")
}

extern "C" __global__ void divide_16(const u16 *a, const u16 *b, u16 *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u16 x = a[i], y = b[i];
    DIVIDE(0, "div.u16", u16, "h")
    DIVIDE(1, "rem.u16", u16, "h")
    DIVIDE(2, "div.s16", u16, "h")
    DIVIDE(3, "rem.s16", u16, "h")
}

// As a compiler writes it: by constants, and by a variable that is never zero.
extern "C" __global__ void divide_compiled(const int *a, const int *b, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    int x = a[i], y = b[i] | 1;
    out[i] = x / 7;
    out[n + i] = x % 10;
    out[2 * n + i] = (unsigned)x / 641u;
    out[3 * n + i] = y == -1 ? -x : x / y;
    out[4 * n + i] = (int)((unsigned)x % (unsigned)y);
    out[5 * n + i] = (int)(((long long)x * x) / 1000003);
}
