// 3x3 convolution of one plane; what lies outside the picture counts as zero.
extern "C" __global__ void conv2d_3x3(const float *image, const float *weights, float *out, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= width || y >= height)
        return;
    float sum = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
            int u = x + dx, v = y + dy;
            if (u >= 0 && u < width && v >= 0 && v < height)
                sum = fmaf(image[v * width + u], weights[(dy + 1) * 3 + dx + 1], sum);
        }
    out[y * width + x] = sum;
}
