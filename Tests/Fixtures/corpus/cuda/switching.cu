// Many ways: a compiler's switch, and a branch through a table of labels.
extern "C" __global__ void switching(const int *a, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    int x = a[i], r;
    switch (x & 15) {
    case 0: r = x + 1; break;
    case 1: r = x * 3; break;
    case 2: r = x ^ 0x55; break;
    case 3: r = -x; break;
    case 4: r = x >> 3;  // falls through
    case 5: r = x - 9; break;
    case 6: r = x * x; break;
    case 7: r = __popc(x); break;
    case 8: r = x & 0xff; break;
    case 9: r = x | 0xf000; break;
    default: r = 1000; break;
    }
    out[i] = r;
}

extern "C" __global__ void branch_table(const int *a, int *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    int r;
    asm volatile("{\n\t"
                 ".reg .u32 k;\n\t"
                 "and.b32 k, %1, 3;\n\t"
                 "ways%=: .branchtargets way_a%=, way_b%=, way_c%=, way_a%=;\n\t"
                 "brx.idx k, ways%=;\n\t"
                 "way_a%=: add.s32 %0, %1, 10; bra.uni joined%=;\n\t"
                 "way_b%=: mul.lo.s32 %0, %1, 5; bra joined%=;\n\t"
                 "way_c%=: sub.s32 %0, 7, %1;\n\t"
                 "joined%=:\n\t"
                 "}"
                 : "=r"(r)
                 : "r"(a[i]));
    out[i] = r;
}

// Loops of different lengths, nested, with `break` and `continue`: lanes part and meet again.
extern "C" __global__ void divergence(const unsigned *a, unsigned *out, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    unsigned x = a[i] & 0xffff, steps = 0;
    while (x > 1) {
        x = x & 1 ? 3 * x + 1 : x >> 1;
        if (++steps > 200)
            break;
    }
    unsigned sum = 0;
    for (unsigned j = 0; j < (a[i] & 7); j++) {
        if (j == 3)
            continue;
        for (unsigned k = 0; k <= j; k++) {
            if ((k ^ j) == 5)
                break;
            sum += k * j + 1;
        }
    }
    out[i] = steps * 1000 + sum;
}
