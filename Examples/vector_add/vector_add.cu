/// c[i] = a[i] + b[i], one thread an element.
extern "C" __global__ void vector_add(const float *a, const float *b, float *c, unsigned count) {
    unsigned index = blockIdx.x * blockDim.x + threadIdx.x;
    if (index < count) c[index] = a[index] + b[index];
}
