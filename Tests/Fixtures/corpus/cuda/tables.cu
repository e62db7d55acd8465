// Tables of the module: constant, global with initial values, global without, and one that a launch changes.
__constant__ float weights[8] = {0.5f, -1.0f, 2.0f, 0.25f, 4.0f, -8.0f, 0.125f, 1.0f};
__constant__ unsigned char letters[12] = {'t', 'e', 'n', 's', 'o', 'r', ' ', 'w', 'a', 's', 'm', 0};
__constant__ short steps[3] = {-2, 0, 300};
__constant__ long long large[2] = {-1, 0x0123456789abcdefll};
__device__ double primes[6] = {2, 3, 5, 7, 11, 13};
__device__ int counter = 40;
__device__ unsigned scratch[64];

extern "C" __global__ void tables(const int *a, float *single, double *wide, long long *longs, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    int k = a[i] & 7;
    single[i] = weights[k] * (float)letters[k + 3] + (float)steps[(k & 1) + (k >> 2)];
    wide[i] = primes[k % 6] * 0.5;
    longs[i] = large[k & 1] + a[i];
    scratch[i & 63] = k;
    out[i] = (int)scratch[i & 63];
    if (i == 0)
        out[n] = atomicAdd(&counter, 2);
}

// Reads at fixed addresses, all lanes the same.
extern "C" __global__ void tables_uniform(float *out)
{
    float sum = 0;
    for (int k = 0; k < 8; k++)
        sum += weights[k] * (float)(k + 1);
    out[threadIdx.x] = sum + (float)threadIdx.x;
}
