// Sine, cosine and tangent as the library has them: a table in global memory and an array in local memory serve large
// arguments.
extern "C" __global__ void trigonometry(const float *x, float *sine, float *cosine, float *tangent, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    sine[i] = sinf(x[i]);
    cosine[i] = cosf(x[i]);
    tangent[i] = tanf(x[i]);
}

extern "C" __global__ void exponentials(const float *x, const float *positive, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    out[i] = expf(x[i]);
    out[n + i] = logf(positive[i]);
    out[2 * n + i] = powf(positive[i], x[i] * 0.25f);
    out[3 * n + i] = cbrtf(x[i]);
    out[4 * n + i] = atan2f(x[i], positive[i]);
    out[5 * n + i] = log1pf(positive[i]);
}
