// Fused multiply-add over rows of lanes.
//
// Swift has no way to compile one function for several processors. These two are compiled twice, for processors with
// and without fused multiply-add in hardware, and the loader chooses; without it each lane costs a call into libm.
#ifndef CLANES_H
#define CLANES_H

#include <stddef.h>

// result[i] = a[i] * b[i] + c[i], rounded once, for i < count. Rows may be the same, but not overlap otherwise.
void tw_fma_f32(float *result, const float *a, const float *b, const float *c, size_t count);
void tw_fma_f64(double *result, const double *a, const double *b, const double *c, size_t count);

// Rounding directions of this thread; the numbers of <fenv.h> are macros that Swift does not see.
enum tw_rounding { TW_ROUND_NEAREST, TW_ROUND_TOWARD_ZERO, TW_ROUND_DOWN, TW_ROUND_UP };
void tw_set_rounding(enum tw_rounding rounding);

#endif
