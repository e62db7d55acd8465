/// The kernel's text inside the module, compiled from sgemm.cu. Swift has no `#embed` of its own.
#pragma once

static const char sgemm_ptx_text[] = {
#embed "sgemm.ptx"
};

static inline const void *sgemm_ptx(void) {
    return sgemm_ptx_text;
}

static inline long sgemm_ptx_length(void) {
    return sizeof sgemm_ptx_text;
}
