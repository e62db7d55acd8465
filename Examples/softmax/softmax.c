/// Softmax of the rows of a table of numbers, read from the input.
#include "../numbers.h"

/// Compiled from softmax.cu.
static const char ptx[] = {
#embed "softmax.ptx"
};

/// A block shares one row; its size must be a power of two.
enum { BLOCK = 128, MOST_ELEMENTS = 1 << 20 };

struct table {
    uint32_t rows, columns;
    float *elements;
};

/// One block a row, with room for one float a thread in shared memory.
static int32_t softmax_rows(struct table from, struct table to) {
    tw_kernel kernel;
    int32_t code = tw_load(&kernel, ptx, sizeof ptx, "softmax");
    if (code != TW_OK) return tw_report("loading softmax", code);

    uint32_t bytes = from.rows * from.columns * (uint32_t)sizeof(float);
    tw_arguments arguments = {0};
    tw_pass_window(&arguments, from.elements, bytes);
    tw_pass_window(&arguments, to.elements, bytes);
    tw_pass_u32(&arguments, from.columns);
    tw_shape shape = {.grid = {from.rows, 1, 1}, .block = {BLOCK, 1, 1}, .shared_bytes = BLOCK * sizeof(float)};
    code = tw_launch(kernel, shape, &arguments);
    if (code != TW_OK) return tw_report("launching softmax", code);

    code = tw_sync();
    return code == TW_OK ? TW_OK : tw_report("running softmax", code);
}

static float *allocate(uint32_t count) {
    float *elements = tw_allocate((uint64_t)count * sizeof(float));
    if (elements == NULL) tw_fail("the table does not fit memory\n");
    return elements;
}

/// Reads a whole number of at least 1 and at most `MOST_ELEMENTS`.
static int read_size(struct numbers_text *text, uint32_t *size) {
    double number;
    numbers_skip_space(text);
    if (!numbers_read(text, &number) || !(number >= 1 && number <= MOST_ELEMENTS)) return 0;
    *size = (uint32_t)number;
    return *size == number;
}

/// Reads rows, columns, and the elements row by row. Returns 0 when that is not what the text consists of.
static int read_table(struct numbers_text *text, struct table *table) {
    if (!read_size(text, &table->rows) || !read_size(text, &table->columns)) return 0;
    if ((uint64_t)table->rows * table->columns > MOST_ELEMENTS) return 0;
    uint32_t count = table->rows * table->columns;
    table->elements = allocate(count);
    for (uint32_t index = 0; index < count; index++) {
        double number;
        numbers_skip_space(text);
        if (!numbers_read(text, &number)) return 0;
        table->elements[index] = (float)number;
    }
    numbers_skip_space(text);
    return text->next == text->end;
}

static void print_table(struct table table) {
    struct numbers_output output = {0};
    for (uint32_t row = 0; row < table.rows; row++) {
        for (uint32_t column = 0; column < table.columns; column++) {
            numbers_put_number(&output, table.elements[row * table.columns + column]);
            numbers_put(&output, column + 1 == table.columns ? '\n' : ' ');
        }
    }
    numbers_flush(&output);
}

TW_EXPORT("softmax") int32_t softmax(void) {
    uint32_t length;
    const uint8_t *input = tw_input(&length);
    struct numbers_text text = {input, input + length};
    struct table from;
    if (!read_table(&text, &from)) {
        tw_complain("the input must be rows, columns and as many numbers, at most 1048576\n");
        return 1;
    }

    struct table to = {from.rows, from.columns, allocate(from.rows * from.columns)};
    int32_t code = softmax_rows(from, to);
    if (code == TW_OK) print_table(to);
    return code;
}
