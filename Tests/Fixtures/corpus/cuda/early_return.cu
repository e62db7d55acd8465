// Threads past the end leave before the barrier; the others go on without them.
extern "C" __global__ void early_return(const int *a, int *out, int n)
{
    __shared__ int values[96];
    int t = threadIdx.x, i = blockIdx.x * blockDim.x + t;
    if (i >= n)
        return;
    values[t] = a[i];
    __syncthreads();
    int last = min(n - blockIdx.x * blockDim.x, blockDim.x) - 1;
    int reversed = values[last - t];
    __syncthreads();
    values[t] = reversed * 3;
    __syncthreads();
    out[i] = values[t == 0 ? last : t - 1];
}

// Lanes of a warp leave one after the other, by `exit` too, while the rest goes round.
extern "C" __global__ void early_exit(int *out, int rounds)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    for (int k = 0; k < rounds; k++) {
        out[t] = k;
        if (k == (t & 31))
            asm volatile("exit;");
        __syncthreads();
    }
    out[t] = -1;
}
