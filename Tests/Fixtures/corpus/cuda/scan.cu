// Inclusive prefix sums of one block's elements in dynamic shared memory, two buffers long; sums of the blocks beside.
extern "C" __global__ void scan_block(const unsigned *values, unsigned *sums, unsigned *totals, int n)
{
    extern __shared__ unsigned buffer[];
    int size = blockDim.x, t = threadIdx.x, i = blockIdx.x * size + t;
    int from = 0, to = size;
    buffer[t] = i < n ? values[i] : 0;
    __syncthreads();
    for (int step = 1; step < size; step *= 2) {
        unsigned value = buffer[from + t];
        buffer[to + t] = t >= step ? value + buffer[from + t - step] : value;
        int other = from;
        from = to;
        to = other;
        __syncthreads();
    }
    if (i < n)
        sums[i] = buffer[from + t];
    if (t == size - 1)
        totals[blockIdx.x] = buffer[from + t];
}

// The work-efficient form: up and down a tree of two elements a thread, exclusive sums.
extern "C" __global__ void scan_tree(const unsigned *values, unsigned *sums, int n)
{
    extern __shared__ unsigned tree[];
    int t = threadIdx.x, size = 2 * blockDim.x, first = blockIdx.x * size, offset = 1;
    tree[2 * t] = first + 2 * t < n ? values[first + 2 * t] : 0;
    tree[2 * t + 1] = first + 2 * t + 1 < n ? values[first + 2 * t + 1] : 0;
    for (int d = size >> 1; d > 0; d >>= 1, offset *= 2) {
        __syncthreads();
        if (t < d)
            tree[offset * (2 * t + 2) - 1] += tree[offset * (2 * t + 1) - 1];
    }
    if (t == 0)
        tree[size - 1] = 0;
    for (int d = 1; d < size; d *= 2) {
        offset >>= 1;
        __syncthreads();
        if (t < d) {
            int left = offset * (2 * t + 1) - 1, right = offset * (2 * t + 2) - 1;
            unsigned value = tree[left];
            tree[left] = tree[right];
            tree[right] += value;
        }
    }
    __syncthreads();
    if (first + 2 * t < n)
        sums[first + 2 * t] = tree[2 * t];
    if (first + 2 * t + 1 < n)
        sums[first + 2 * t + 1] = tree[2 * t + 1];
}
