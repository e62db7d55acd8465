/// The Mandelbrot set as a plain-text grey image (Netpbm P2), written to standard output piece by piece.
#include "tensor_wasm.h"

/// Sizes outside these are clamped, so that no call runs or prints without end.
enum { LARGEST_SIDE = 1024, MOST_ITERATIONS = 1000 };

/// The format asks for lines of at most 70 characters; a value with its separator takes at most four.
enum { WHITE = 255, VALUES_PER_LINE = 16 };

static char pending[4096];
static uint32_t pending_length;

static void flush(void) {
    tw_print(pending, pending_length);
    pending_length = 0;
}

static void put(uint32_t number, char separator) {
    if (pending_length + 11 > sizeof pending) flush();
    pending_length += tw_decimal(number, pending + pending_length);
    pending[pending_length++] = separator;
}

static int32_t clamp(int32_t value, int32_t highest) {
    return value < 1 ? 1 : value > highest ? highest : value;
}

/// The number of steps of z ← z² + c after which |z| > 2, or 0 when it stays within for all of them.
static int32_t escape_time(double real, double imaginary, int32_t iterations) {
    double x = 0, y = 0;
    for (int32_t step = 1; step <= iterations; step++) {
        double next = x * x - y * y + real;
        y = 2 * x * y + imaginary;
        x = next;
        if (x * x + y * y > 4) return step;
    }
    return 0;
}

TW_EXPORT("mandelbrot") void mandelbrot(int32_t width, int32_t height, int32_t iterations) {
    width = clamp(width, LARGEST_SIDE);
    height = clamp(height, LARGEST_SIDE);
    iterations = clamp(iterations, MOST_ITERATIONS);

    tw_print("P2\n", 3);
    put((uint32_t)width, ' ');
    put((uint32_t)height, '\n');
    put(WHITE, '\n');
    for (int32_t row = 0; row < height; row++) {
        double imaginary = 1.25 - 2.5 * (row + 0.5) / height;
        for (int32_t column = 0; column < width; column++) {
            double real = -2.5 + 3.5 * (column + 0.5) / width;
            int32_t grey = escape_time(real, imaginary, iterations) * WHITE / iterations;
            int ends_line = column + 1 == width || column % VALUES_PER_LINE == VALUES_PER_LINE - 1;
            put((uint32_t)grey, ends_line ? '\n' : ' ');
        }
    }
    flush();
}
