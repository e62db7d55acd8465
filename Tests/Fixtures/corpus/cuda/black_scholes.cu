// Prices of European options: logarithm, exponential, square root and the error function.
__device__ float normal(float d)
{
    return 0.5f * erfcf(-0.70710678f * d);
}

extern "C" __global__ void black_scholes(
    const float *spot, const float *strike, const float *years, float *call, float *put, float rate, float volatility,
    int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        float s = spot[i], k = strike[i], t = years[i];
        float spread = volatility * sqrtf(t);
        float d1 = (logf(s / k) + (rate + 0.5f * volatility * volatility) * t) / spread;
        float d2 = d1 - spread;
        float discounted = k * expf(-rate * t);
        call[i] = s * normal(d1) - discounted * normal(d2);
        put[i] = discounted * normal(-d2) - s * normal(-d1);
    }
}
