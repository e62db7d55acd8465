extern "C" __global__ void tanh_approx(const float *x, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        asm volatile("tanh.approx.f32 %0, %1;" : "=f"(out[i]) : "f"(x[i]));
}
