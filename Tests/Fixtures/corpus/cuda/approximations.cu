// What the hardware approximates: each result in a buffer of its own, so that each has its own bound.
extern "C" __global__ void approximations(
    const float *small, const float *positive, const float *x, const float *y, float *ex2, float *lg2, float *sine,
    float *cosine, float *rsqrt, float *rcp, float *sqrt, float *div_approx, float *div_full, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    float s = small[i], p = positive[i], r;
    asm volatile("ex2.approx.f32 %0, %1;" : "=f"(r) : "f"(s));
    ex2[i] = r;
    asm volatile("lg2.approx.f32 %0, %1;" : "=f"(r) : "f"(p));
    lg2[i] = r;
    asm volatile("sin.approx.f32 %0, %1;" : "=f"(r) : "f"(s));
    sine[i] = r;
    asm volatile("cos.approx.f32 %0, %1;" : "=f"(r) : "f"(s));
    cosine[i] = r;
    asm volatile("rsqrt.approx.f32 %0, %1;" : "=f"(r) : "f"(p));
    rsqrt[i] = r;
    asm volatile("rcp.approx.f32 %0, %1;" : "=f"(r) : "f"(p));
    rcp[i] = r;
    asm volatile("sqrt.approx.f32 %0, %1;" : "=f"(r) : "f"(p));
    sqrt[i] = r;
    asm volatile("div.approx.f32 %0, %1, %2;" : "=f"(r) : "f"(x[i]), "f"(y[i]));
    div_approx[i] = r;
    asm volatile("div.full.f32 %0, %1, %2;" : "=f"(r) : "f"(x[i]), "f"(y[i]));
    div_full[i] = r;
}

// The same with `.ftz`, as fast mathematics compiles to.
extern "C" __global__ void approximations_ftz(
    const float *small, const float *positive, float *ex2, float *lg2, float *sine, float *cosine, float *rsqrt,
    float *rcp, float *sqrt, float *quotient, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    float s = small[i], p = positive[i], r;
    asm volatile("ex2.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(s));
    ex2[i] = r;
    asm volatile("lg2.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(p));
    lg2[i] = r;
    asm volatile("sin.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(s));
    sine[i] = r;
    asm volatile("cos.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(s));
    cosine[i] = r;
    asm volatile("rsqrt.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(p));
    rsqrt[i] = r;
    asm volatile("rcp.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(p));
    rcp[i] = r;
    asm volatile("sqrt.approx.ftz.f32 %0, %1;" : "=f"(r) : "f"(p));
    sqrt[i] = r;
    asm volatile("div.full.ftz.f32 %0, %1, %2;" : "=f"(r) : "f"(s), "f"(p));
    quotient[i] = r;
}

extern "C" __global__ void rsqrt_64(const double *positive, double *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        asm volatile("rsqrt.approx.f64 %0, %1;" : "=d"(out[i]) : "d"(positive[i]));
}

// Values at the ends of the range, where the result is exact.
extern "C" __global__ void approximations_edges(const float *x, float *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    float v = x[i], r;
    asm volatile("ex2.approx.f32 %0, %1;" : "=f"(r) : "f"(v));
    out[i] = r;
    asm volatile("lg2.approx.f32 %0, %1;" : "=f"(r) : "f"(v));
    out[n + i] = r;
    asm volatile("rcp.approx.f32 %0, %1;" : "=f"(r) : "f"(v));
    out[2 * n + i] = r;
    asm volatile("rsqrt.approx.f32 %0, %1;" : "=f"(r) : "f"(v));
    out[3 * n + i] = r;
    asm volatile("sqrt.approx.f32 %0, %1;" : "=f"(r) : "f"(v));
    out[4 * n + i] = r;
    asm volatile("sin.approx.f32 %0, %1;" : "=f"(r) : "f"(v));
    out[5 * n + i] = r;
}
