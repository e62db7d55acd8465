// Copies from global to shared memory that run on their own, sm_80.
typedef unsigned u32;

extern "C" __global__ void async_copy(const float4 *a, float4 *out, int n)
{
    __shared__ float4 tile[2][64];
    int t = threadIdx.x;
    int blocks = (n + 63) / 64;
    for (int k = 0; k <= blocks; k++) {
        if (k < blocks) {
            u32 to = (u32)__cvta_generic_to_shared(&tile[k & 1][t]);
            int i = k * 64 + t;
            // Past the end nothing is read, and zeros are written.
            asm volatile("cp.async.cg.shared.global [%0], [%1], 16, %2;" ::"r"(to),
                         "l"(__cvta_generic_to_global(a + (i < n ? i : 0))), "r"(i < n ? 16 : 0)
                         : "memory");
        }
        asm volatile("cp.async.commit_group;" ::: "memory");
        if (k > 0) {
            asm volatile("cp.async.wait_group 1;" ::: "memory");
            __syncthreads();
            int i = (k - 1) * 64 + 63 - t;
            if (i < n)
                out[i] = tile[(k - 1) & 1][63 - t];
            __syncthreads();
        }
    }
    asm volatile("cp.async.wait_all;" ::: "memory");
}
