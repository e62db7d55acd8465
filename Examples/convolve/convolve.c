/// Sharpens, blurs or finds edges in a picture (Netpbm P5 or P6): reads it, convolves it on the device, writes it back.
#include "picture.h"

/// Compiled from convolve.cu.
static const char ptx[] = {
#embed "convolve.ptx"
};

enum { BLOCK_WIDTH = 32, BLOCK_HEIGHT = 8 };

/// The weights of the nine neighbours, row by row, and what their sum is divided by.
struct filter {
    int32_t weights[9];
    int32_t divisor;
};

static int32_t apply(const struct filter *filter, const struct picture *picture, uint8_t *to) {
    tw_kernel kernel;
    int32_t code = tw_load(&kernel, ptx, sizeof ptx, "convolve");
    if (code != TW_OK) return tw_report("loading convolve", code);

    uint32_t row = picture->width * picture->channels;
    tw_arguments arguments = {0};
    tw_pass_window(&arguments, picture->samples, row * picture->height);
    tw_pass_window(&arguments, to, row * picture->height);
    tw_pass_window(&arguments, filter->weights, sizeof filter->weights);
    tw_pass_s32(&arguments, (int32_t)row);
    tw_pass_s32(&arguments, (int32_t)picture->height);
    tw_pass_s32(&arguments, (int32_t)picture->channels);
    tw_pass_s32(&arguments, filter->divisor);
    tw_pass_s32(&arguments, (int32_t)picture->largest);
    code = tw_launch(kernel, tw_cover(row, picture->height, BLOCK_WIDTH, BLOCK_HEIGHT), &arguments);
    if (code != TW_OK) return tw_report("launching convolve", code);

    code = tw_sync();
    return code == TW_OK ? TW_OK : tw_report("running convolve", code);
}

static int32_t convolve(const struct filter *filter, int32_t plain) {
    uint32_t length;
    const uint8_t *input = tw_input(&length);
    struct picture picture;
    const char *fault = picture_read(&picture, input, length);
    if (fault != NULL) {
        tw_complain(fault);
        return 1;
    }

    uint8_t *to = tw_allocate((uint64_t)picture.width * picture.channels * picture.height);
    if (to == NULL) tw_fail("the picture does not fit memory\n");
    int32_t code = apply(filter, &picture, to);
    if (code != TW_OK) return code;
    picture.samples = to;
    picture_write(&picture, plain);
    return 0;
}

TW_EXPORT("sharpen") int32_t sharpen(int32_t plain) {
    static const struct filter filter = {{0, -1, 0, -1, 5, -1, 0, -1, 0}, 1};
    return convolve(&filter, plain);
}

TW_EXPORT("blur") int32_t blur(int32_t plain) {
    static const struct filter filter = {{1, 2, 1, 2, 4, 2, 1, 2, 1}, 16};
    return convolve(&filter, plain);
}

TW_EXPORT("edges") int32_t edges(int32_t plain) {
    static const struct filter filter = {{-1, -1, -1, -1, 8, -1, -1, -1, -1}, 1};
    return convolve(&filter, plain);
}
