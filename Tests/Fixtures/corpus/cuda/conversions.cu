// Conversions of every kind and rounding. One instruction a row; rows of `out` are n elements long, 64 bits each.
typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned short u16;

#define CONVERT(row, name, type, C, from, D)                                                                           \
    {                                                                                                                  \
        type result;                                                                                                   \
        asm volatile("cvt." name " %0, %1;" : "=" C(result) : D(from));                                                \
        out[row * n + i] = result;                                                                                     \
    }
#define SETUP(type)                                                                                                    \
    int i = blockIdx.x * blockDim.x + threadIdx.x;                                                                     \
    if (i >= n)                                                                                                        \
        return;                                                                                                        \
    type x = a[i];

extern "C" __global__ void float_to_integer(const float *a, u64 *out, int n)
{
    SETUP(float)
    CONVERT(0, "rni.s32.f32", u32, "r", x, "f")
    CONVERT(1, "rzi.s32.f32", u32, "r", x, "f")
    CONVERT(2, "rmi.s32.f32", u32, "r", x, "f")
    CONVERT(3, "rpi.s32.f32", u32, "r", x, "f")
    CONVERT(4, "rni.u32.f32", u32, "r", x, "f")
    CONVERT(5, "rzi.u32.f32", u32, "r", x, "f")
    CONVERT(6, "rmi.u32.f32", u32, "r", x, "f")
    CONVERT(7, "rpi.u32.f32", u32, "r", x, "f")
    CONVERT(8, "rni.s64.f32", u64, "l", x, "f")
    CONVERT(9, "rzi.s64.f32", u64, "l", x, "f")
    CONVERT(10, "rmi.u64.f32", u64, "l", x, "f")
    CONVERT(11, "rpi.u64.f32", u64, "l", x, "f")
    CONVERT(12, "rni.s16.f32", u16, "h", x, "f")
    CONVERT(13, "rzi.u16.f32", u16, "h", x, "f")
    CONVERT(14, "rni.s8.f32", u32, "r", x, "f")
    CONVERT(15, "rzi.u8.f32", u32, "r", x, "f")
    CONVERT(16, "rni.sat.s32.f32", u32, "r", x, "f")
    CONVERT(17, "rzi.ftz.s32.f32", u32, "r", x, "f")
}

extern "C" __global__ void double_to_integer(const double *a, u64 *out, int n)
{
    SETUP(double)
    CONVERT(0, "rni.s32.f64", u32, "r", x, "d")
    CONVERT(1, "rzi.s32.f64", u32, "r", x, "d")
    CONVERT(2, "rmi.u32.f64", u32, "r", x, "d")
    CONVERT(3, "rpi.u32.f64", u32, "r", x, "d")
    CONVERT(4, "rni.s64.f64", u64, "l", x, "d")
    CONVERT(5, "rzi.s64.f64", u64, "l", x, "d")
    CONVERT(6, "rmi.s64.f64", u64, "l", x, "d")
    CONVERT(7, "rpi.s64.f64", u64, "l", x, "d")
    CONVERT(8, "rni.u64.f64", u64, "l", x, "d")
    CONVERT(9, "rzi.u64.f64", u64, "l", x, "d")
}

extern "C" __global__ void integer_to_float(const u64 *a, float *out, int n)
{
    SETUP(u64)
    CONVERT(0, "rn.f32.s32", float, "f", (u32)x, "r")
    CONVERT(1, "rz.f32.s32", float, "f", (u32)x, "r")
    CONVERT(2, "rm.f32.s32", float, "f", (u32)x, "r")
    CONVERT(3, "rp.f32.s32", float, "f", (u32)x, "r")
    CONVERT(4, "rn.f32.u32", float, "f", (u32)x, "r")
    CONVERT(5, "rz.f32.u32", float, "f", (u32)x, "r")
    CONVERT(6, "rp.f32.u32", float, "f", (u32)x, "r")
    CONVERT(7, "rn.f32.s64", float, "f", x, "l")
    CONVERT(8, "rz.f32.s64", float, "f", x, "l")
    CONVERT(9, "rm.f32.s64", float, "f", x, "l")
    CONVERT(10, "rn.f32.u64", float, "f", x, "l")
    CONVERT(11, "rp.f32.u64", float, "f", x, "l")
    CONVERT(12, "rn.f32.s16", float, "f", (u16)x, "h")
    CONVERT(13, "rn.f32.u16", float, "f", (u16)x, "h")
    CONVERT(14, "rn.f32.s8", float, "f", (u32)x, "r")
    CONVERT(15, "rn.f32.u8", float, "f", (u32)x, "r")
    CONVERT(16, "rn.sat.f32.s32", float, "f", (u32)x, "r")
}

extern "C" __global__ void integer_to_double(const u64 *a, double *out, int n)
{
    SETUP(u64)
    CONVERT(0, "rn.f64.s32", double, "d", (u32)x, "r")
    CONVERT(1, "rn.f64.u32", double, "d", (u32)x, "r")
    CONVERT(2, "rn.f64.s64", double, "d", x, "l")
    CONVERT(3, "rz.f64.s64", double, "d", x, "l")
    CONVERT(4, "rm.f64.s64", double, "d", x, "l")
    CONVERT(5, "rp.f64.s64", double, "d", x, "l")
    CONVERT(6, "rn.f64.u64", double, "d", x, "l")
    CONVERT(7, "rz.f64.u64", double, "d", x, "l")
}

extern "C" __global__ void float_to_float(const float *a, float *out, int n)
{
    SETUP(float)
    CONVERT(0, "rni.f32.f32", float, "f", x, "f")
    CONVERT(1, "rzi.f32.f32", float, "f", x, "f")
    CONVERT(2, "rmi.f32.f32", float, "f", x, "f")
    CONVERT(3, "rpi.f32.f32", float, "f", x, "f")
    CONVERT(4, "sat.f32.f32", float, "f", x, "f")
    CONVERT(5, "rni.sat.f32.f32", float, "f", x, "f")
}

extern "C" __global__ void double_to_double(const double *a, double *out, int n)
{
    SETUP(double)
    CONVERT(0, "rni.f64.f64", double, "d", x, "d")
    CONVERT(1, "rzi.f64.f64", double, "d", x, "d")
    CONVERT(2, "rmi.f64.f64", double, "d", x, "d")
    CONVERT(3, "rpi.f64.f64", double, "d", x, "d")
}

extern "C" __global__ void double_to_float(const double *a, float *out, int n)
{
    SETUP(double)
    CONVERT(0, "rn.f32.f64", float, "f", x, "d")
    CONVERT(1, "rz.f32.f64", float, "f", x, "d")
    CONVERT(2, "rm.f32.f64", float, "f", x, "d")
    CONVERT(3, "rp.f32.f64", float, "f", x, "d")
    CONVERT(4, "rn.sat.f32.f64", float, "f", x, "d")
}

extern "C" __global__ void float_to_double(const float *a, double *out, int n)
{
    SETUP(float)
    CONVERT(0, "f64.f32", double, "d", x, "f")
}

extern "C" __global__ void float_to_half(const float *a, const double *b, u16 *out, int n)
{
    SETUP(float)
    CONVERT(0, "rn.f16.f32", u16, "h", x, "f")
    CONVERT(1, "rz.f16.f32", u16, "h", x, "f")
    CONVERT(2, "rn.f16.f64", u16, "h", b[i], "d")
}

extern "C" __global__ void half_to_others(const u16 *a, float *single, double *wide, u64 *out, int n)
{
    SETUP(u16)
    float f;
    asm volatile("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(x));
    single[i] = f;
    double d;
    asm volatile("cvt.f64.f16 %0, %1;" : "=d"(d) : "h"(x));
    wide[i] = d;
    CONVERT(0, "rni.s32.f16", u32, "r", x, "h")
    CONVERT(1, "rzi.u32.f16", u32, "r", x, "h")
    CONVERT(2, "rmi.s16.f16", u16, "h", x, "h")
    CONVERT(3, "rpi.s64.f16", u64, "l", x, "h")
}

extern "C" __global__ void integer_to_half(const u64 *a, u16 *out, int n)
{
    SETUP(u64)
    CONVERT(0, "rn.f16.s32", u16, "h", (u32)x, "r")
    CONVERT(1, "rz.f16.u32", u16, "h", (u32)x, "r")
    CONVERT(2, "rn.f16.s64", u16, "h", x, "l")
    CONVERT(3, "rm.f16.s16", u16, "h", (u16)x, "h")
    CONVERT(4, "rp.f16.u16", u16, "h", (u16)x, "h")
}

extern "C" __global__ void integer_to_integer(const u64 *a, u64 *out, int n)
{
    SETUP(u64)
    CONVERT(0, "s32.s8", u32, "r", (u32)x, "r")
    CONVERT(1, "u32.u8", u32, "r", (u32)x, "r")
    CONVERT(2, "s8.s32", u32, "r", (u32)x, "r")
    CONVERT(3, "u8.u32", u32, "r", (u32)x, "r")
    CONVERT(4, "s16.s32", u16, "h", (u32)x, "r")
    CONVERT(5, "u16.u64", u16, "h", x, "l")
    CONVERT(6, "s32.s16", u32, "r", (u16)x, "h")
    CONVERT(7, "u32.u16", u32, "r", (u16)x, "h")
    CONVERT(8, "s64.s32", u64, "l", (u32)x, "r")
    CONVERT(9, "u64.u32", u64, "l", (u32)x, "r")
    CONVERT(10, "s64.s8", u64, "l", (u32)x, "r")
    CONVERT(11, "u32.u64", u32, "r", x, "l")
    CONVERT(12, "sat.s8.s32", u32, "r", (u32)x, "r")
    CONVERT(13, "sat.u8.s32", u32, "r", (u32)x, "r")
    CONVERT(14, "sat.u8.u32", u32, "r", (u32)x, "r")
    CONVERT(15, "sat.s16.s32", u16, "h", (u32)x, "r")
    CONVERT(16, "sat.u16.s32", u16, "h", (u32)x, "r")
    CONVERT(17, "sat.s32.u32", u32, "r", (u32)x, "r")
    CONVERT(18, "sat.u32.s32", u32, "r", (u32)x, "r")
    CONVERT(19, "sat.s32.s64", u32, "r", x, "l")
    CONVERT(20, "sat.u32.s64", u32, "r", x, "l")
    CONVERT(21, "sat.s64.u64", u64, "l", x, "l")
    CONVERT(22, "sat.u64.s64", u64, "l", x, "l")
    CONVERT(23, "sat.s32.u64", u32, "r", x, "l")
}
