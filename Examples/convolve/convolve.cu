/// Convolves a picture of 8-bit samples with a 3 × 3 kernel of whole weights, one thread a sample.
///
/// `samples` is the length of a row: its pixels times their channels. Beyond the border, the nearest pixel counts.
/// The sum is divided by `divisor`, rounded to nearest, and kept within 0…`largest`.
extern "C" __global__ void convolve(
    const unsigned char *from, unsigned char *to, const int *weights, int samples, int rows, int channels, int divisor,
    int largest) {
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= samples || y >= rows) return;

    int sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
        const unsigned char *row = from + (size_t)min(max(y + dy, 0), rows - 1) * samples;
        for (int dx = -1; dx <= 1; dx++) {
            int neighbour = x + dx * channels;
            if (neighbour < 0 || neighbour >= samples) neighbour = x;
            sum += weights[(dy + 1) * 3 + dx + 1] * row[neighbour];
        }
    }
    to[(size_t)y * samples + x] = (unsigned char)min(max((sum + divisor / 2) / divisor, 0), largest);
}
