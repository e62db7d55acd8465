// Loads and stores of two and four elements, of every width, and the words in between.
typedef unsigned u32;
typedef unsigned long long u64;
typedef unsigned short u16;
typedef unsigned char u8;

extern "C" __global__ void vectors(const float4 *a, float4 *out, const uchar4 *b, uchar4 *bytes, const ushort2 *c,
                                   ushort2 *shorts, const double2 *d, double2 *doubles, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    float4 v = a[i];
    out[i] = make_float4(v.w, v.z + v.x, v.y, v.x);
    uchar4 q = b[i];
    bytes[i] = make_uchar4(q.w, q.x + q.y, q.z, 255 - q.x);
    ushort2 s = c[i];
    shorts[i] = make_ushort2(s.y, s.x * 3);
    double2 e = d[i];
    doubles[i] = make_double2(e.y, e.x - e.y);
}

extern "C" __global__ void vector_words(const u32 *a, u64 *longs, u32 *words, u16 *shorts, int n)
{
    __shared__ u32 tile[256];
    int t = threadIdx.x, i = blockIdx.x * 64 + t;
    u32 w0 = 0, w1 = 0, w2 = 0, w3 = 0;
    if (i < n)
        asm volatile("ld.global.nc.v4.u32 {%0, %1, %2, %3}, [%4];"
                     : "=r"(w0), "=r"(w1), "=r"(w2), "=r"(w3)
                     : "l"(__cvta_generic_to_global(a + 4 * i)));
    u32 place = (u32)__cvta_generic_to_shared(tile + 4 * t);
    asm volatile("st.shared.v4.b32 [%0], {%1, %2, %3, %4};" ::"r"(place), "r"(w3), "r"(w2), "r"(w1), "r"(w0)
                 : "memory");
    __syncthreads();
    u64 l0, l1;
    u32 other = (u32)__cvta_generic_to_shared(tile + 4 * (63 - t));
    asm volatile("ld.shared.v2.u64 {%0, %1}, [%2];" : "=l"(l0), "=l"(l1) : "r"(other));
    if (i >= n)
        return;
    asm volatile("st.global.v2.b64 [%0], {%1, %2};" ::"l"(__cvta_generic_to_global(longs + 2 * i)), "l"(l1), "l"(l0)
                 : "memory");
    u16 h0, h1, h2, h3;
    asm volatile("ld.shared.v4.u16 {%0, %1, %2, %3}, [%4+8];" : "=h"(h0), "=h"(h1), "=h"(h2), "=h"(h3) : "r"(place));
    asm volatile("st.global.v4.u16 [%0], {%1, %2, %3, %4};" ::"l"(__cvta_generic_to_global(shorts + 4 * i)), "h"(h3),
                 "h"(h1), "h"(h2), "h"(h0)
                 : "memory");
    asm volatile("ld.volatile.shared.v2.u32 {%0, %1}, [%2+4];" : "=r"(w0), "=r"(w1) : "r"(place + 4));
    words[i] = w0 * 3 + w1;
}

// Narrow elements, sign- and zero-extended, in global, shared and local memory.
extern "C" __global__ void narrow(const signed char *a, const u8 *b, const short *c, const u16 *d, int *out, u8 *bytes,
                                  short *shorts, int n)
{
    __shared__ signed char tile[64];
    int t = threadIdx.x, i = blockIdx.x * 64 + t;
    tile[t] = i < n ? a[i] : 0;
    __syncthreads();
    if (i >= n)
        return;
    short local[4];
    for (int k = 0; k < 4; k++)
        local[k] = (short)(c[i] * (k + 1));
    int r;
    asm volatile("ld.global.s8 %0, [%1];" : "=r"(r) : "l"(__cvta_generic_to_global(a + i)));
    out[i] = r + b[i] * 1000 + c[i] - d[i] + tile[63 - t] + local[a[i] & 3];
    bytes[i] = (u8)(a[i] + b[i]);
    shorts[i] = (short)(c[i] ^ d[i]);
}
