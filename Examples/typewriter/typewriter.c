/// Sends the input back word by word with pauses, as a model does with its tokens.
#include "tensor_wasm.h"

static int is_space(uint8_t byte) {
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/// Where the word ends that begins at `start`, with the space before it.
static uint32_t end_of_word(const uint8_t *text, uint32_t start, uint32_t length) {
    uint32_t end = start;
    while (end < length && is_space(text[end])) end++;
    while (end < length && !is_space(text[end])) end++;
    return end;
}

/// A caller that reads no stream finds the word on standard output.
static int32_t send(const uint8_t *bytes, uint32_t length) {
    int32_t answer = tw_emit(bytes, length);
    if (answer != TW_NO_STREAM) return answer;
    tw_print(bytes, length);
    return 0;
}

TW_EXPORT("type") void type(uint32_t pause) {
    uint32_t length;
    const uint8_t *text = tw_input(&length);
    for (uint32_t start = 0; start < length;) {
        uint32_t end = end_of_word(text, start, length);
        int32_t answer = send(text + start, end - start);
        // Nobody reads on: whatever remains would be in vain.
        if (answer == TW_CLIENT_GONE) return;
        if (answer != 0) tw_fail("the input is longer than a stream may be\n");
        start = end;
        if (start < length) tw_sleep(pause);
    }
}
