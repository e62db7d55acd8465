/// Adds vectors on the device: the shortest way from PTX to a result.
#include "../numbers.h"

/// Compiled from vector_add.cu. It goes into the module as it is; the host compiles it when it is loaded.
static const char ptx[] = {
#embed "vector_add.ptx"
};

/// 3 (n − 1) is exact in 32-bit floats up to here.
enum { BLOCK = 256, MOST_ELEMENTS = 4 << 20 };

/// sum = a + b for `count` elements each. The vectors stay where they are, in this guest's memory.
static int32_t add(const float *a, const float *b, float *sum, uint32_t count) {
    tw_kernel kernel;
    int32_t code = tw_load(&kernel, ptx, sizeof ptx, "vector_add");
    if (code != TW_OK) return tw_report("loading vector_add", code);

    uint32_t bytes = count * (uint32_t)sizeof(float);
    tw_arguments arguments = {0};
    tw_pass_window(&arguments, a, bytes);
    tw_pass_window(&arguments, b, bytes);
    tw_pass_window(&arguments, sum, bytes);
    tw_pass_u32(&arguments, count);
    code = tw_launch(kernel, tw_cover(count, 1, BLOCK, 1), &arguments);
    if (code != TW_OK) return tw_report("launching vector_add", code);

    code = tw_sync();
    return code == TW_OK ? TW_OK : tw_report("running vector_add", code);
}

static float *allocate(uint32_t count) {
    float *elements = tw_allocate((uint64_t)count * sizeof(float));
    if (elements == NULL) tw_fail("the vectors do not fit memory\n");
    return elements;
}

/// Adds 0, 1, 2 … and 0, 2, 4 …, `count` elements each, and returns the sum of all results: 3 n (n − 1) / 2.
TW_EXPORT("vector_add") double vector_add(int32_t count) {
    uint32_t n = count < 1 ? 1 : count > MOST_ELEMENTS ? MOST_ELEMENTS : (uint32_t)count;
    float *a = allocate(n), *b = allocate(n), *sum = allocate(n);
    for (uint32_t index = 0; index < n; index++) {
        a[index] = (float)index;
        b[index] = (float)(2 * index);
    }

    int32_t code = add(a, b, sum, n);
    if (code != TW_OK) return code;
    double total = 0;
    for (uint32_t index = 0; index < n; index++) {
        if (sum[index] != (float)(3 * index)) tw_fail("the device added wrongly\n");
        total += sum[index];
    }
    return total;
}

/// Reads the numbers of one line, at most `capacity`. Returns how many, or −1 when something else is among them.
static int32_t read_line(struct numbers_text *text, float *elements, uint32_t capacity) {
    uint32_t count = 0;
    for (numbers_skip_blanks(text); text->next < text->end; numbers_skip_blanks(text)) {
        if (numbers_skip(text, '\n', '\n')) break;
        double number;
        if (count == capacity || !numbers_read(text, &number)) return -1;
        elements[count++] = (float)number;
    }
    return (int32_t)count;
}

/// Adds the two lines of numbers that the input consists of, and prints the sums.
TW_EXPORT("add_lines") int32_t add_lines(void) {
    uint32_t length;
    const uint8_t *input = tw_input(&length);
    struct numbers_text text = {input, input + length};
    // A number and what separates it from the next take at least two bytes.
    uint32_t capacity = length / 2 + 1;
    float *a = allocate(capacity), *b = allocate(capacity), *sum = allocate(capacity);

    int32_t count = read_line(&text, a, capacity), other = read_line(&text, b, capacity);
    numbers_skip_space(&text);
    if (count < 1 || other != count || text.next != text.end) {
        tw_complain("the input must be two lines with the same count of numbers\n");
        return 1;
    }

    int32_t code = add(a, b, sum, (uint32_t)count);
    if (code != TW_OK) return code;
    struct numbers_output output = {0};
    for (int32_t index = 0; index < count; index++) {
        numbers_put_number(&output, sum[index]);
        numbers_put(&output, index + 1 == count ? '\n' : ' ');
    }
    numbers_flush(&output);
    return 0;
}
