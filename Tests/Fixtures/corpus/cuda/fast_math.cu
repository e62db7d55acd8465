// Compiled with fast mathematics: everything flushes subnormal numbers and approximates.
extern "C" __global__ void fast_math(const float *x, const float *y, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    out[i] = x[i] / y[i];
    out[n + i] = sqrtf(y[i]);
    out[2 * n + i] = expf(x[i]);
    out[3 * n + i] = 1.0f / y[i];
    out[4 * n + i] = x[i] * y[i] + 1.0f;
    out[5 * n + i] = fmaxf(fabsf(x[i]), y[i]);
}
