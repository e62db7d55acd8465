// The kernels that the CPU device is compared on, in OpenCL: the same work, the same steps, the same groups.

kernel void vector_add(global const float *a, global const float *b, global float *out, int n)
{
    int i = get_global_id(0);
    if (i < n)
        out[i] = a[i] + b[i];
}

kernel void saxpy(int n, float factor, global const float *restrict x, global float *restrict y)
{
    int i = get_global_id(0);
    if (i < n)
        y[i] = fma(factor, x[i], y[i]);
}

// One group a row: the maximum, then the powers and their sum, then the quotients; `scratch` has an element a thread.
kernel void softmax(global const float *x, global float *y, int columns, local float *scratch)
{
    int lane = get_local_id(0), threads = get_local_size(0);
    size_t row = (size_t)get_group_id(0) * columns;
    float most = -1e30f;
    for (int c = lane; c < columns; c += threads)
        most = fmax(most, x[row + c]);
    scratch[lane] = most;
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int half_way = threads / 2; half_way > 0; half_way /= 2) {
        if (lane < half_way)
            scratch[lane] = fmax(scratch[lane], scratch[lane + half_way]);
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    most = scratch[0];
    barrier(CLK_LOCAL_MEM_FENCE);
    float sum = 0;
    for (int c = lane; c < columns; c += threads) {
        float power = native_exp(x[row + c] - most);
        y[row + c] = power;
        sum += power;
    }
    scratch[lane] = sum;
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int half_way = threads / 2; half_way > 0; half_way /= 2) {
        if (lane < half_way)
            scratch[lane] += scratch[lane + half_way];
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    float scale = 1.0f / scratch[0];
    for (int c = lane; c < columns; c += threads)
        y[row + c] *= scale;
}

#define TILE 16

kernel void sgemm_tiled(global const float *a, global const float *b, global float *out, int m, int n, int k)
{
    local float left[TILE][TILE], right[TILE][TILE];
    int x = get_local_id(0), y = get_local_id(1);
    int row = get_group_id(1) * TILE + y, column = get_group_id(0) * TILE + x;
    float sum = 0;
    for (int first = 0; first < k; first += TILE) {
        left[y][x] = row < m && first + x < k ? a[row * k + first + x] : 0.0f;
        right[y][x] = first + y < k && column < n ? b[(first + y) * n + column] : 0.0f;
        barrier(CLK_LOCAL_MEM_FENCE);
#pragma unroll
        for (int i = 0; i < TILE; i++)
            sum = fma(left[y][i], right[i][x], sum);
        barrier(CLK_LOCAL_MEM_FENCE);
    }
    if (row < m && column < n)
        out[row * n + column] = sum;
}

kernel void mandelbrot(global int *out, int width, int height, float left, float top, float dx, float dy, int most)
{
    int x = get_global_id(0), y = get_global_id(1);
    if (x >= width || y >= height)
        return;
    float cr = fma((float)x, dx, left), ci = fma((float)y, dy, top), zr = 0, zi = 0;
    int steps = 0;
    for (; steps < most; steps++) {
        float r2 = zr * zr, i2 = zi * zi;
        if (r2 + i2 > 4.0f)
            break;
        zi = fma(zr + zr, zi, ci);
        zr = cr + (r2 - i2);
    }
    out[y * width + x] = steps;
}

kernel void histogram(global const uchar *data, global uint *counts, int n)
{
    local uint own[256];
    for (int i = get_local_id(0); i < 256; i += get_local_size(0))
        own[i] = 0;
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int i = get_global_id(0); i < n; i += get_global_size(0))
        atomic_inc(&own[data[i]]);
    barrier(CLK_LOCAL_MEM_FENCE);
    for (int i = get_local_id(0); i < 256; i += get_local_size(0))
        if (own[i])
            atomic_add(&counts[i], own[i]);
}
