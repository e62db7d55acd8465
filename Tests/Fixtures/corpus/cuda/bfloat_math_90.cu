// Arithmetic on short floats that needs sm_90.
typedef unsigned u32;
typedef unsigned short u16;

#define ROW2(row, name)                                                                                                \
    {                                                                                                                  \
        u16 result;                                                                                                    \
        asm volatile(name " %0, %1, %2;" : "=h"(result) : "h"(a[i]), "h"(b[i]));                                       \
        out[row * n + i] = result;                                                                                     \
    }

extern "C" __global__ void bfloats_90(const u16 *a, const u16 *b, u16 *out, float *single, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    ROW2(0, "add.rn.bf16")
    ROW2(1, "sub.rn.bf16")
    ROW2(2, "mul.rn.bf16")
    float f;
    asm volatile("cvt.f32.bf16 %0, %1;" : "=f"(f) : "h"(a[i]));
    single[i] = f;
}
