#include "CLanes.h"
#include <fenv.h>
#include <math.h>

#if defined(__x86_64__)
#define FOR_SEVERAL_PROCESSORS __attribute__((target_clones("avx512f", "fma", "default")))
#else
#define FOR_SEVERAL_PROCESSORS
#endif

// A row may be both source and result: each lane is read before it is written, and no lane reads another.
#define LANES_ARE_INDEPENDENT _Pragma("clang loop vectorize(assume_safety)")

FOR_SEVERAL_PROCESSORS
void tw_fma_f32(float *result, const float *a, const float *b, const float *c, size_t count) {
    LANES_ARE_INDEPENDENT
    for (size_t i = 0; i < count; i++) result[i] = fmaf(a[i], b[i], c[i]);
}

FOR_SEVERAL_PROCESSORS
void tw_fma_f64(double *result, const double *a, const double *b, const double *c, size_t count) {
    LANES_ARE_INDEPENDENT
    for (size_t i = 0; i < count; i++) result[i] = fma(a[i], b[i], c[i]);
}

void tw_set_rounding(enum tw_rounding rounding) {
    static const int modes[] = {FE_TONEAREST, FE_TOWARDZERO, FE_DOWNWARD, FE_UPWARD};
    fesetround(modes[rounding]);
}
