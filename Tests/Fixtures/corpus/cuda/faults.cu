// Kernels that must not succeed: they trap, they reach out of their buffers, or they never end.
extern "C" __global__ void trapping(const int *a, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    if (a[i] < 0)
        __trap();
    out[i] = a[i];
}

extern "C" __global__ void breaking(int *out)
{
    out[threadIdx.x] = 1;
    __brkpt();
}

// Reads or writes element `place` of the buffer, which may be any number.
extern "C" __global__ void reaching(int *out, long long place, int writes)
{
    if (writes)
        out[place] = 1;
    else
        out[0] = out[place] + 1;
}

extern "C" __global__ void misaligned(char *out, int offset)
{
    *(int *)(out + offset) = 1;
}

extern "C" __global__ void shared_overrun(int *out, int place)
{
    __shared__ int words[32];
    words[threadIdx.x] = threadIdx.x;
    __syncthreads();
    out[threadIdx.x] = words[(threadIdx.x + place) & 0xffffff];
}

extern "C" __global__ void endless(const volatile int *flag, int *out)
{
    while (*flag == 0) {
    }
    *out = 1;
}

extern "C" __global__ void endless_barrier(int *out)
{
    for (;;) {
        __syncthreads();
        if (*(volatile int *)out == 12345)
            break;
    }
}
