// Arithmetic in every rounding. One instruction a row; rows of `out` are n elements long.
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

extern "C" __global__ void floats_32(const float *a, const float *b, const float *c, float *out, int n)
{
    SETUP(float)
    TWO(0, "add.f32", float, "f")
    TWO(1, "add.rn.f32", float, "f")
    TWO(2, "add.rz.f32", float, "f")
    TWO(3, "add.rm.f32", float, "f")
    TWO(4, "add.rp.f32", float, "f")
    TWO(5, "sub.f32", float, "f")
    TWO(6, "sub.rz.f32", float, "f")
    TWO(7, "sub.rm.f32", float, "f")
    TWO(8, "sub.rp.f32", float, "f")
    TWO(9, "mul.f32", float, "f")
    TWO(10, "mul.rz.f32", float, "f")
    TWO(11, "mul.rm.f32", float, "f")
    TWO(12, "mul.rp.f32", float, "f")
    THREE(13, "fma.rn.f32", float, "f")
    THREE(14, "fma.rz.f32", float, "f")
    THREE(15, "fma.rm.f32", float, "f")
    THREE(16, "fma.rp.f32", float, "f")
    THREE(17, "mad.rn.f32", float, "f")
    TWO(18, "div.rn.f32", float, "f")
    TWO(19, "div.rz.f32", float, "f")
    TWO(20, "div.rm.f32", float, "f")
    TWO(21, "div.rp.f32", float, "f")
    ONE(22, "sqrt.rn.f32", float, "f")
    ONE(23, "sqrt.rz.f32", float, "f")
    ONE(24, "sqrt.rm.f32", float, "f")
    ONE(25, "sqrt.rp.f32", float, "f")
    ONE(26, "rcp.rn.f32", float, "f")
    ONE(27, "rcp.rz.f32", float, "f")
    ONE(28, "rcp.rm.f32", float, "f")
    ONE(29, "rcp.rp.f32", float, "f")
    TWO(30, "add.sat.f32", float, "f")
    TWO(31, "mul.rn.sat.f32", float, "f")
    THREE(32, "fma.rn.sat.f32", float, "f")
    TWO(33, "min.f32", float, "f")
    TWO(34, "max.f32", float, "f")
}

// Signs are bits: neg, abs and copysign are compared as such, where no operand is NaN.
extern "C" __global__ void signs(const float *a, const float *b, const double *c, const double *d, unsigned *out,
                                 unsigned long long *wide, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    unsigned r;
    asm volatile("neg.f32 %0, %1;" : "=r"(r) : "f"(a[i]));
    out[i] = r;
    asm volatile("abs.f32 %0, %1;" : "=r"(r) : "f"(a[i]));
    out[n + i] = r;
    asm volatile("copysign.f32 %0, %1, %2;" : "=r"(r) : "f"(a[i]), "f"(b[i]));
    out[2 * n + i] = r;
    unsigned long long w;
    asm volatile("neg.f64 %0, %1;" : "=l"(w) : "d"(c[i]));
    wide[i] = w;
    asm volatile("abs.f64 %0, %1;" : "=l"(w) : "d"(c[i]));
    wide[n + i] = w;
    asm volatile("copysign.f64 %0, %1, %2;" : "=l"(w) : "d"(c[i]), "d"(d[i]));
    wide[2 * n + i] = w;
}

// The same operations with `.ftz`, for operands and results that are normal numbers.
extern "C" __global__ void floats_32_ftz(const float *a, const float *b, const float *c, float *out, int n)
{
    SETUP(float)
    TWO(0, "add.ftz.f32", float, "f")
    TWO(1, "sub.rn.ftz.f32", float, "f")
    TWO(2, "mul.rz.ftz.f32", float, "f")
    THREE(3, "fma.rn.ftz.f32", float, "f")
    TWO(4, "div.rn.ftz.f32", float, "f")
    ONE(5, "sqrt.rn.ftz.f32", float, "f")
    ONE(6, "rcp.rn.ftz.f32", float, "f")
    TWO(7, "min.ftz.f32", float, "f")
    TWO(8, "max.ftz.f32", float, "f")
    ONE(9, "neg.ftz.f32", float, "f")
    ONE(10, "abs.ftz.f32", float, "f")
    THREE(11, "fma.rn.ftz.sat.f32", float, "f")
}

extern "C" __global__ void floats_64(const double *a, const double *b, const double *c, double *out, int n)
{
    SETUP(double)
    TWO(0, "add.f64", double, "d")
    TWO(1, "add.rz.f64", double, "d")
    TWO(2, "add.rm.f64", double, "d")
    TWO(3, "add.rp.f64", double, "d")
    TWO(4, "sub.f64", double, "d")
    TWO(5, "sub.rz.f64", double, "d")
    TWO(6, "mul.f64", double, "d")
    TWO(7, "mul.rz.f64", double, "d")
    TWO(8, "mul.rm.f64", double, "d")
    TWO(9, "mul.rp.f64", double, "d")
    THREE(10, "fma.rn.f64", double, "d")
    THREE(11, "fma.rz.f64", double, "d")
    THREE(12, "fma.rm.f64", double, "d")
    THREE(13, "fma.rp.f64", double, "d")
    THREE(14, "mad.rn.f64", double, "d")
    TWO(15, "div.rn.f64", double, "d")
    TWO(16, "div.rz.f64", double, "d")
    TWO(17, "div.rm.f64", double, "d")
    TWO(18, "div.rp.f64", double, "d")
    ONE(19, "sqrt.rn.f64", double, "d")
    ONE(20, "sqrt.rz.f64", double, "d")
    ONE(21, "rcp.rn.f64", double, "d")
    ONE(22, "rcp.rp.f64", double, "d")
    TWO(23, "min.f64", double, "d")
    TWO(24, "max.f64", double, "d")
}
