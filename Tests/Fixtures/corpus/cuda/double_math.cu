// The library's functions in double precision.
extern "C" __global__ void double_math(const double *x, const double *positive, double *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    out[i] = exp(x[i]);
    out[n + i] = log(positive[i]);
    out[2 * n + i] = sin(x[i]);
    out[3 * n + i] = sqrt(positive[i]) / (1.0 + x[i] * x[i]);
    out[4 * n + i] = tanh(x[i]);
    out[5 * n + i] = floor(x[i] * 3) + fmod(x[i], positive[i] + 1);
}
