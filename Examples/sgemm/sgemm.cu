/// C = A·B in single precision, row-major: A is m × k, B is k × n, C is m × n.
///
/// A block computes a tile of C from tiles of A and B in shared memory, so each element of A and B is loaded once per
/// tile and not once per product.
constexpr unsigned TILE = 16;

extern "C" __global__ void sgemm(const float *a, const float *b, float *c, unsigned m, unsigned n, unsigned k) {
    __shared__ float left[TILE][TILE];
    __shared__ float right[TILE][TILE];
    unsigned x = threadIdx.x, y = threadIdx.y;
    unsigned row = blockIdx.y * TILE + y, column = blockIdx.x * TILE + x;

    float sum = 0;
    for (unsigned first = 0; first < k; first += TILE) {
        // Threads beyond an edge put zeros there and stay: all threads of the block must reach the barriers.
        left[y][x] = row < m && first + x < k ? a[row * k + first + x] : 0;
        right[y][x] = first + y < k && column < n ? b[(first + y) * n + column] : 0;
        __syncthreads();
        for (unsigned inner = 0; inner < TILE; inner++) sum += left[y][inner] * right[inner][x];
        __syncthreads();
    }
    if (row < m && column < n) c[row * n + column] = sum;
}
