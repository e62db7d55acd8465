// Functions that are called and not inlined: words, structures by value, pointers into every space, nested calls.
struct Triple {
    int first;
    double second;
    short third;
};

static __device__ __noinline__ int power(int base, int exponent)
{
    int result = 1;
    for (int k = 0; k < exponent; k++)
        result *= base;
    return result;
}

static __device__ __noinline__ int polynomial(int x, int a, int b)
{
    return power(x, 3) * a + power(x, 2) * b + x;
}

static __device__ __noinline__ Triple turn(Triple value)
{
    Triple turned;
    turned.first = value.third;
    turned.second = value.second * 2 + value.first;
    turned.third = (short)(value.first & 0x7fff);
    return turned;
}

// The pointers are generic: the same code reads global, shared and local memory, and writes where it is told.
static __device__ __noinline__ void add_all(const int *from, int count, int *to)
{
    int sum = 0;
    for (int k = 0; k < count; k++)
        sum += from[k];
    *to += sum;
}

static __device__ __noinline__ bool is_odd_sum(unsigned char a, signed char b, bool flip)
{
    return (((a + b) & 1) != 0) != flip;
}

extern "C" __global__ void device_functions(const int *a, int *out, double *wide, int n)
{
    __shared__ int words[64];
    int t = threadIdx.x, i = blockIdx.x * 64 + t;
    words[t] = i < n ? a[i] : 0;
    __syncthreads();
    if (i >= n)
        return;
    out[i] = polynomial(a[i] & 0xff, 7, -3);
    Triple value;
    value.first = a[i];
    value.second = i * 0.25;
    value.third = (short)(i * 3);
    Triple turned = turn(turn(value));
    out[n + i] = turned.first;
    wide[i] = turned.second;
    out[2 * n + i] = turned.third;
    int local[8];
    for (int k = 0; k < 8; k++)
        local[k] = a[i] >> k;
    int sum = 0;
    add_all(local, 8, &sum);
    add_all(words + (t & 32), 32, &sum);
    add_all(a, n < 5 ? n : 5, &sum);
    out[3 * n + i] = sum;
    // Only some lanes call.
    out[4 * n + i] = (t & 1) ? power(3, t & 7) : -t;
    out[5 * n + i] = is_odd_sum((unsigned char)a[i], (signed char)(a[i] >> 8), (a[i] & 0x10000) != 0);
}
