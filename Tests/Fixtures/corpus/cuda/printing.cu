// Text from a kernel: one thread prints, so that the order is certain.
extern "C" int printf(const char *format, ...);

extern "C" __global__ void printing(int *out, int value, float ratio)
{
    if (threadIdx.x == 1 && blockIdx.x == 0) {
        int first = printf("value %d, ratio %.3f\n", value, ratio);
        int second = printf("%s %c %5d|%-5d|%05u %x %lld %llu %%\n", "text", 'x', 42, 42, 42u, 255, -5000000000ll,
                            18446744073709551615ull);
        out[0] = first;
        out[1] = second;
        printf("done\n");
    }
    out[2 + blockIdx.x * blockDim.x + threadIdx.x] = threadIdx.x;
}
