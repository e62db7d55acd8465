// Fences, volatile accesses, cache hints, orders and scopes: what a kernel may say about its accesses.
typedef unsigned u32;

extern "C" __global__ void memory_order(const u32 *a, u32 *out, u32 *words, int n)
{
    __shared__ volatile u32 flag;
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (threadIdx.x == 0)
        flag = 7;
    __syncthreads();
    if (i >= n)
        return;
    const u32 *from = (const u32 *)__cvta_generic_to_global(a + i);
    u32 *to = (u32 *)__cvta_generic_to_global(out + i);
    u32 r, sum = flag;
#define LOAD(name)                                                                                                     \
    asm volatile("ld" name ".u32 %0, [%1];" : "=r"(r) : "l"(from) : "memory");                                         \
    sum = sum * 3 + r;
    LOAD(".global.ca")
    LOAD(".global.cg")
    LOAD(".global.cs")
    LOAD(".global.lu")
    LOAD(".global.cv")
    LOAD(".global.nc")
    LOAD(".volatile.global")
    LOAD(".relaxed.gpu.global")
    LOAD(".acquire.gpu.global")
    LOAD(".acquire.sys.global")
    asm volatile("prefetch.global.L2 [%0];" ::"l"(from));
    asm volatile("prefetch.global.L1 [%0];" ::"l"(from));
    asm volatile("prefetchu.L1 [%0];" ::"l"(a + i));
    asm volatile("st.global.wb.u32 [%0], %1;" ::"l"(to), "r"(1u) : "memory");
    asm volatile("st.global.cg.u32 [%0], %1;" ::"l"(to), "r"(2u) : "memory");
    asm volatile("st.global.cs.u32 [%0], %1;" ::"l"(to), "r"(3u) : "memory");
    asm volatile("st.global.wt.u32 [%0], %1;" ::"l"(to), "r"(4u) : "memory");
    asm volatile("st.volatile.global.u32 [%0], %1;" ::"l"(to), "r"(5u) : "memory");
    asm volatile("membar.cta;" ::: "memory");
    asm volatile("membar.gl;" ::: "memory");
    asm volatile("membar.sys;" ::: "memory");
    asm volatile("fence.acq_rel.cta;" ::: "memory");
    asm volatile("fence.acq_rel.gpu;" ::: "memory");
    asm volatile("fence.sc.sys;" ::: "memory");
    asm volatile("st.relaxed.gpu.global.u32 [%0], %1;" ::"l"(to), "r"(6u) : "memory");
    asm volatile("st.release.gpu.global.u32 [%0], %1;" ::"l"(to), "r"(sum) : "memory");
    asm volatile("red.release.gpu.global.add.u32 [%0], %1;" ::"l"(__cvta_generic_to_global(words)), "r"(1u) : "memory");
    u32 old;
    asm volatile("atom.acq_rel.gpu.global.add.u32 %0, [%1], %2;"
                 : "=r"(old)
                 : "l"(__cvta_generic_to_global(words + 1)), "r"(r)
                 : "memory");
    asm volatile("atom.acquire.sys.global.cas.b32 %0, [%1], %2, %3;"
                 : "=r"(old)
                 : "l"(__cvta_generic_to_global(words + 2)), "r"(0u), "r"(9u)
                 : "memory");
}

// The last block to finish adds up what all have left behind.
extern "C" __global__ void last_block(const u32 *a, u32 *parts, u32 *ticket, u32 *total, int n)
{
    __shared__ u32 cells[64];
    __shared__ bool is_last;
    int t = threadIdx.x;
    u32 sum = 0;
    for (int i = blockIdx.x * 64 + t; i < n; i += gridDim.x * 64)
        sum += a[i];
    cells[t] = sum;
    __syncthreads();
    if (t == 0) {
        u32 all = 0;
        for (int k = 0; k < 64; k++)
            all += cells[k];
        parts[blockIdx.x] = all;
        __threadfence();
        is_last = atomicAdd(ticket, 1u) == gridDim.x - 1;
    }
    __syncthreads();
    if (is_last && t == 0) {
        u32 all = 0;
        for (int k = 0; k < gridDim.x; k++)
            all += ((volatile u32 *)parts)[k];
        *total = all;
    }
}
