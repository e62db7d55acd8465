// Where a thread is: grids and blocks of three dimensions.
extern "C" __global__ void special_registers(unsigned *out)
{
    unsigned block = (blockIdx.z * gridDim.y + blockIdx.y) * gridDim.x + blockIdx.x;
    unsigned thread = (threadIdx.z * blockDim.y + threadIdx.y) * blockDim.x + threadIdx.x;
    unsigned *to = out + (block * (blockDim.x * blockDim.y * blockDim.z) + thread) * 4;
    unsigned lane, warp, warps;
    asm volatile("mov.u32 %0, %%laneid;" : "=r"(lane));
    asm volatile("mov.u32 %0, %%warpid;" : "=r"(warp));
    asm volatile("mov.u32 %0, %%nwarpid;" : "=r"(warps));
    to[0] = blockIdx.x | blockIdx.y << 8 | blockIdx.z << 16 | gridDim.z << 24;
    to[1] = threadIdx.x | threadIdx.y << 8 | threadIdx.z << 16 | blockDim.z << 24;
    to[2] = lane | (warps >= 1) << 8;
    unsigned size;
    asm volatile("mov.u32 %0, %%dynamic_smem_size;" : "=r"(size));
    to[3] = size | (warp < 64) << 16;
}

// Time: it does not run backwards, and it can be waited for. All flags are 1.
extern "C" __global__ void clocks(unsigned *out)
{
    long long before = clock64(), nanoseconds;
    unsigned low = (unsigned)clock(), later;
    asm volatile("mov.u64 %0, %%globaltimer;" : "=l"(nanoseconds));
    asm volatile("nanosleep.u32 100;");
    __nanosleep(50);
    long long after = clock64(), end;
    asm volatile("mov.u64 %0, %%globaltimer;" : "=l"(end));
    asm volatile("mov.u32 %0, %%clock_hi;" : "=r"(later));
    out[threadIdx.x * 3] = after >= before;
    out[threadIdx.x * 3 + 1] = end >= nanoseconds;
    out[threadIdx.x * 3 + 2] = later <= 0xffffffff && (low | 1);
}
