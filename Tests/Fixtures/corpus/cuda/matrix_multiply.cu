// One multiplication of small matrices by a whole warp, sm_80: fragments as the instruction lays them out.
typedef unsigned u32;
typedef unsigned short u16;

extern "C" __global__ void mma_f16(const u16 *a, const u16 *b, const float *c, float *d)
{
    int lane = threadIdx.x & 31, group = lane >> 2, pair = lane & 3;
    const u32 *rows = (const u32 *)a;
    u32 a0 = rows[group * 8 + pair], a1 = rows[(group + 8) * 8 + pair];
    u32 a2 = rows[group * 8 + pair + 4], a3 = rows[(group + 8) * 8 + pair + 4];
    // B is given by columns, so that two elements of a column lie side by side.
    const u32 *columns = (const u32 *)b;
    u32 b0 = columns[group * 8 + pair], b1 = columns[group * 8 + pair + 4];
    float c0 = c[group * 8 + pair * 2], c1 = c[group * 8 + pair * 2 + 1];
    float c2 = c[(group + 8) * 8 + pair * 2], c3 = c[(group + 8) * 8 + pair * 2 + 1];
    float d0, d1, d2, d3;
    asm volatile("mma.sync.aligned.m16n8k16.row.col.f32.f16.f16.f32 {%0, %1, %2, %3}, {%4, %5, %6, %7}, {%8, %9}, "
                 "{%10, %11, %12, %13};"
                 : "=f"(d0), "=f"(d1), "=f"(d2), "=f"(d3)
                 : "r"(a0), "r"(a1), "r"(a2), "r"(a3), "r"(b0), "r"(b1), "f"(c0), "f"(c1), "f"(c2), "f"(c3));
    d[group * 8 + pair * 2] = d0;
    d[group * 8 + pair * 2 + 1] = d1;
    d[(group + 8) * 8 + pair * 2] = d2;
    d[(group + 8) * 8 + pair * 2 + 1] = d3;
}
