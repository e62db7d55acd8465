// Bounds of a launch, and nothing to do: what an empty launch costs.
extern "C" __global__ void empty() {}

extern "C" __global__ void __launch_bounds__(128, 2) bounded(int *out)
{
    out[blockIdx.x * blockDim.x + threadIdx.x] = blockDim.x;
}

// Parameters of every size a launch can pass, with the gaps that their alignment makes.
extern "C" __global__ void parameters(int a, long long b, float c, double d, unsigned e, unsigned long long f,
                                      double *out)
{
    out[0] = a;
    out[1] = (double)b;
    out[2] = c;
    out[3] = d;
    out[4] = e;
    out[5] = (double)f;
}

// Parameters that only a compiler's own launch could pass: bytes, words, a structure by value.
struct Mixed {
    char a;
    double b;
    short c[3];
};

extern "C" __global__ void narrow_parameters(unsigned char a, short b, bool c, Mixed d, double *out)
{
    out[0] = a + b + (c ? 100 : 0);
    out[1] = d.a + d.b + d.c[b & 1];
}
