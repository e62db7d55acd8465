/// Softmax of each row: y = exp(x − max) / Σ exp(x − max), so that no exponential overflows.
///
/// One block a row. Its size is a power of two, and it has room for one float a thread in dynamic shared memory.

/// Combines the threads' values pairwise; every thread gets the total.
template <class Combine>
__device__ float reduce(float *slots, float value, Combine combine) {
    slots[threadIdx.x] = value;
    __syncthreads();
    for (unsigned half = blockDim.x / 2; half > 0; half /= 2) {
        if (threadIdx.x < half) slots[threadIdx.x] = combine(slots[threadIdx.x], slots[threadIdx.x + half]);
        __syncthreads();
    }
    float total = slots[0];
    // The next reduction must not overwrite the total before every thread has it.
    __syncthreads();
    return total;
}

extern "C" __global__ void softmax(const float *x, float *y, unsigned columns) {
    extern __shared__ float slots[];
    const float *from = x + (size_t)blockIdx.x * columns;
    float *to = y + (size_t)blockIdx.x * columns;

    float largest = __int_as_float(0xff800000);  // −∞
    for (unsigned column = threadIdx.x; column < columns; column += blockDim.x) largest = fmaxf(largest, from[column]);
    largest = reduce(slots, largest, [](float a, float b) { return fmaxf(a, b); });

    float sum = 0;
    for (unsigned column = threadIdx.x; column < columns; column += blockDim.x) {
        float power = expf(from[column] - largest);
        to[column] = power;
        sum += power;
    }
    sum = reduce(slots, sum, [](float a, float b) { return a + b; });

    for (unsigned column = threadIdx.x; column < columns; column += blockDim.x) to[column] /= sum;
}
