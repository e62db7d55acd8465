/// Netpbm pictures: the binary formats P5 (grey) and P6 (red, green, blue), and to write, their plain forms as well.
#pragma once

#include "tensor_wasm.h"

enum { PICTURE_LARGEST_SIDE = 16384, PICTURE_MOST_BYTES = 32 << 20, PICTURE_LARGEST_SAMPLE = 255 };

struct picture {
    uint32_t width, height;
    /// 1 for grey, 3 for colours.
    uint32_t channels;
    /// The value of a sample that means full brightness.
    uint32_t largest;
    const uint8_t *samples;
};

/// The part of a picture's bytes that has not been read.
struct picture_bytes {
    const uint8_t *next, *end;
};

static inline int picture_is_space(uint8_t byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/// Reads a decimal number of the header with the white space and the comments before it. Returns 0 when there is none,
/// or when it is 0 or beyond `highest`.
static inline uint32_t picture_read_number(struct picture_bytes *bytes, uint32_t highest) {
    const uint8_t *start = bytes->next;
    while (bytes->next < bytes->end && (picture_is_space(*bytes->next) || *bytes->next == '#')) {
        if (*bytes->next++ != '#') continue;
        while (bytes->next < bytes->end && *bytes->next != '\n' && *bytes->next != '\r') bytes->next++;
    }
    if (bytes->next == start) return 0;

    uint32_t number = 0;
    for (; bytes->next < bytes->end && *bytes->next >= '0' && *bytes->next <= '9'; bytes->next++) {
        number = number * 10 + (*bytes->next - '0');
        // Before the next digit, so that the number cannot overflow.
        if (number > highest) return 0;
    }
    return number;
}

/// Reads a picture, whose samples stay where they are. Returns what is wrong with it, or null.
static inline const char *picture_read(struct picture *picture, const uint8_t *input, uint32_t length) {
    if (length < 2 || input[0] != 'P' || (input[1] != '5' && input[1] != '6')) {
        return "the input is not a binary Netpbm picture (P5 or P6)\n";
    }
    picture->channels = input[1] == '5' ? 1 : 3;

    struct picture_bytes bytes = {input + 2, input + length};
    picture->width = picture_read_number(&bytes, PICTURE_LARGEST_SIDE);
    picture->height = picture->width == 0 ? 0 : picture_read_number(&bytes, PICTURE_LARGEST_SIDE);
    if (picture->height == 0) return "width and height must be from 1 to 16384\n";
    picture->largest = picture_read_number(&bytes, PICTURE_LARGEST_SAMPLE);
    if (picture->largest == 0) return "the largest sample must be from 1 to 255\n";
    if (bytes.next == bytes.end || !picture_is_space(*bytes.next)) return "the header has no end\n";
    picture->samples = bytes.next + 1;

    uint64_t wanted = (uint64_t)picture->width * picture->height * picture->channels;
    if (wanted > PICTURE_MOST_BYTES) return "the picture has more than 32 MiB\n";
    if (wanted > (uint64_t)(bytes.end - picture->samples)) return "the picture ends before its last sample\n";
    return NULL;
}

/// Text on its way to standard output.
struct picture_output {
    uint32_t length;
    char bytes[4096];
};

static inline void picture_put(struct picture_output *output, uint32_t number, char separator) {
    if (output->length + 11 > sizeof output->bytes) {
        tw_print(output->bytes, output->length);
        output->length = 0;
    }
    output->length += tw_decimal(number, output->bytes + output->length);
    output->bytes[output->length++] = separator;
}

/// Writes the picture to standard output: as binary, or as plain text (P2 or P3) with a row of pixels a line.
static inline void picture_write(const struct picture *picture, int is_plain) {
    char magic[3] = {'P', (char)((picture->channels == 1 ? '5' : '6') - (is_plain ? 3 : 0)), '\n'};
    tw_print(magic, sizeof magic);
    struct picture_output output = {0};
    picture_put(&output, picture->width, ' ');
    picture_put(&output, picture->height, '\n');
    picture_put(&output, picture->largest, '\n');

    uint32_t row = picture->width * picture->channels;
    for (uint32_t index = 0; is_plain && index < row * picture->height; index++) {
        picture_put(&output, picture->samples[index], index % row == row - 1 ? '\n' : ' ');
    }
    tw_print(output.bytes, output.length);
    if (!is_plain) tw_print(picture->samples, row * picture->height);
}
