/// Decimal numbers in text, for the guests that read and print them.
#pragma once

#include "tensor_wasm.h"

/// The part of a text that has not been read.
struct numbers_text {
    const uint8_t *next, *end;
};

static inline int numbers_is_digit(const struct numbers_text *text) {
    return text->next < text->end && *text->next >= '0' && *text->next <= '9';
}

/// Skips one of two characters; returns 0 when neither comes next.
static inline int numbers_skip(struct numbers_text *text, char one, char other) {
    if (text->next == text->end || (*text->next != one && *text->next != other)) return 0;
    text->next++;
    return 1;
}

static inline int numbers_is_end(const struct numbers_text *text) {
    return text->next == text->end || *text->next == ' ' || *text->next == '\t' || *text->next == '\r'
        || *text->next == '\n';
}

/// Skips spaces, tabs and carriage returns.
static inline void numbers_skip_blanks(struct numbers_text *text) {
    while (numbers_skip(text, ' ', '\t') || numbers_skip(text, '\r', '\r')) {}
}

/// Skips all white space, line ends included.
static inline void numbers_skip_space(struct numbers_text *text) {
    do numbers_skip_blanks(text);
    while (numbers_skip(text, '\n', '\n'));
}

/// Beyond it every number is 0 or infinite, so a longer exponent need not be counted.
enum { NUMBERS_LARGEST_EXPONENT = 4096 };

/// Reads digits into `value`, and returns how many.
static inline int32_t numbers_read_digits(struct numbers_text *text, double *value) {
    int32_t count = 0;
    for (; numbers_is_digit(text); text->next++) {
        *value = *value * 10 + (*text->next - '0');
        if (count < NUMBERS_LARGEST_EXPONENT) count++;
    }
    return count;
}

static inline double numbers_scale(double value, int32_t exponent) {
    for (; exponent > 0 && value != 0; exponent--) value *= 10;
    double divisor = 1;
    for (; exponent < 0; exponent++) divisor *= 10;
    return value / divisor;
}

/// Reads a number as `-12`, `0.5` or `6.02e23`, up to white space or the end. Returns 0 when there is none.
static inline int numbers_read(struct numbers_text *text, double *number) {
    int is_negative = numbers_skip(text, '-', '-');
    if (!is_negative) numbers_skip(text, '+', '+');

    double value = 0;
    int32_t whole = numbers_read_digits(text, &value);
    int32_t fraction = numbers_skip(text, '.', '.') ? numbers_read_digits(text, &value) : 0;
    if (whole + fraction == 0) return 0;

    int32_t exponent = 0;
    if (numbers_skip(text, 'e', 'E')) {
        int is_small = numbers_skip(text, '-', '-');
        if (!is_small) numbers_skip(text, '+', '+');
        double written = 0;
        if (numbers_read_digits(text, &written) == 0) return 0;
        exponent = written > NUMBERS_LARGEST_EXPONENT ? NUMBERS_LARGEST_EXPONENT : (int32_t)written;
        if (is_small) exponent = -exponent;
    }
    if (!numbers_is_end(text)) return 0;

    value = numbers_scale(value, exponent - fraction);
    *number = is_negative ? -value : value;
    return 1;
}

/// Text on its way to standard output.
struct numbers_output {
    uint32_t length;
    char bytes[4096];
};

static inline void numbers_flush(struct numbers_output *output) {
    tw_print(output->bytes, output->length);
    output->length = 0;
}

static inline void numbers_put(struct numbers_output *output, char character) {
    if (output->length == sizeof output->bytes) numbers_flush(output);
    output->bytes[output->length++] = character;
}

static inline void numbers_put_text(struct numbers_output *output, const char *text) {
    while (*text != 0) numbers_put(output, *text++);
}

/// Numbers from here on are printed as `m.mmmmmme+xx`.
#define NUMBERS_LARGEST_PLAIN 1e9

/// Puts a number with at most six decimals, without zeros at their end.
static inline void numbers_put_number(struct numbers_output *output, double number) {
    if (number != number) return numbers_put_text(output, "nan");
    if (number < 0) numbers_put(output, '-');
    double rest = number < 0 ? -number : number;
    if (rest > 1.7976931348623157e308) return numbers_put_text(output, "inf");

    uint32_t exponent = 0;
    if (rest >= NUMBERS_LARGEST_PLAIN) {
        // What would be rounded to 10 counts as 10.
        for (; rest >= 9.9999995; exponent++) rest /= 10;
    }
    uint64_t millionths = (uint64_t)(rest * 1000000 + 0.5);
    char digits[10];
    uint32_t count = tw_decimal((uint32_t)(millionths / 1000000), digits);
    for (uint32_t index = 0; index < count; index++) numbers_put(output, digits[index]);

    uint32_t fraction = (uint32_t)(millionths % 1000000);
    if (fraction > 0) numbers_put(output, '.');
    for (uint32_t place = 100000; fraction > 0; place /= 10) {
        numbers_put(output, (char)('0' + fraction / place));
        fraction %= place;
    }
    if (exponent == 0) return;
    numbers_put_text(output, "e+");
    count = tw_decimal(exponent, digits);
    for (uint32_t index = 0; index < count; index++) numbers_put(output, digits[index]);
}
