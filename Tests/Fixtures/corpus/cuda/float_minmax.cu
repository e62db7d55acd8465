// Smaller and larger values as a compiler asks for them: the operand that is a number wins over NaN.
extern "C" __global__ void float_minmax(const float *a, const float *b, const double *c, const double *d, float *out,
                                        double *wide, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    out[i] = fminf(a[i], b[i]);
    out[n + i] = fmaxf(a[i], b[i]);
    out[2 * n + i] = fmaxf(fminf(a[i], 1.0f), -1.0f);
    wide[i] = fmin(c[i], d[i]);
    wide[n + i] = fmax(c[i], d[i]);
}
