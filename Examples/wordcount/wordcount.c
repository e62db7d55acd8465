/// Lines, words and bytes of the input, counted as `LC_ALL=C wc` counts them, printed as one JSON object.
///
/// The input is read through a fixed window, so memory does not grow with it.
#include "tensor_wasm.h"

static unsigned char window[TW_PAGE];

struct counts {
    uint32_t lines, words, bytes;
    int in_word;
};

static int is_space(unsigned char byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/// In the C locale only these start a word. Other bytes neither start one nor end it.
static int is_visible(unsigned char byte) {
    return byte > ' ' && byte < 0x7f;
}

static void count(struct counts *counts, const unsigned char *bytes, uint32_t length) {
    counts->bytes += length;
    for (uint32_t index = 0; index < length; index++) {
        unsigned char byte = bytes[index];
        counts->lines += byte == '\n';
        if (is_space(byte)) {
            counts->in_word = 0;
        } else if (is_visible(byte) && !counts->in_word) {
            counts->in_word = 1;
            counts->words++;
        }
    }
}

static uint32_t append_text(char *line, uint32_t length, const char *text) {
    while (*text != 0) line[length++] = *text++;
    return length;
}

TW_EXPORT("wordcount") void wordcount(void) {
    struct counts counts = {0};
    uint32_t total = tw_host_input_length();
    while (counts.bytes < total) {
        int32_t copied = tw_host_read_input_at(counts.bytes, window, sizeof window);
        if (copied <= 0) tw_fail("the input could not be read\n");
        count(&counts, window, (uint32_t)copied);
    }

    char line[96];
    uint32_t length = append_text(line, 0, "{\"lines\":");
    length += tw_decimal(counts.lines, line + length);
    length = append_text(line, length, ",\"words\":");
    length += tw_decimal(counts.words, line + length);
    length = append_text(line, length, ",\"bytes\":");
    length += tw_decimal(counts.bytes, line + length);
    length = append_text(line, length, "}\n");
    tw_print(line, length);
}
