// Approximations in half precision, sm_75 and later.
typedef unsigned short u16;

extern "C" __global__ void half_approximations(const u16 *a, float *ex2, float *tanh, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    u16 h;
    float f;
    asm volatile("ex2.approx.f16 %0, %1;" : "=h"(h) : "h"(a[i]));
    asm volatile("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(h));
    ex2[i] = f;
    asm volatile("tanh.approx.f16 %0, %1;" : "=h"(h) : "h"(a[i]));
    asm volatile("cvt.f32.f16 %0, %1;" : "=f"(f) : "h"(h));
    tanh[i] = f;
}
