/// What the freestanding C guests share: the host functions they import, and how they print, fail and get memory.
///
/// There is no C library underneath, so a guest is a few kilobytes and everything it asks of the host stands here.
#pragma once

#include <stddef.h>
#include <stdint.h>

#define GUEST_IMPORT(module, name) __attribute__((import_module(module), import_name(name)))
#define GUEST_EXPORT(name) __attribute__((export_name(name)))

/// The length in bytes of the input of this call.
GUEST_IMPORT("wasi:tensor/host", "input-len")
uint32_t host_input_length(void);

/// Copies the first `capacity` bytes of the input; returns the bytes copied, or a negative code.
GUEST_IMPORT("wasi:tensor/host", "read-input")
int32_t host_read_input(void *destination, uint32_t capacity);

/// Copies input from `offset` on; returns the bytes copied (0 at the end), or a negative code.
GUEST_IMPORT("wasi:tensor/host", "read-input-at")
int32_t host_read_input_at(uint32_t offset, void *destination, uint32_t capacity);

/// One buffer of a WASI scatter/gather list.
struct guest_buffer {
    const void *bytes;
    uint32_t length;
};

GUEST_IMPORT("wasi_snapshot_preview1", "fd_write")
uint16_t wasi_fd_write(uint32_t descriptor, const struct guest_buffer *buffers, uint32_t count, uint32_t *written);

enum { GUEST_STANDARD_OUTPUT = 1, GUEST_STANDARD_ERROR = 2, GUEST_PAGE = 65536 };

/// Writes all `length` bytes; a host may take fewer at a time. Returns 0 when the stream takes no more.
static int guest_write(uint32_t descriptor, const char *bytes, uint32_t length) {
    while (length > 0) {
        struct guest_buffer buffer = {bytes, length};
        uint32_t written = 0;
        if (wasi_fd_write(descriptor, &buffer, 1, &written) != 0 || written == 0 || written > length) return 0;
        bytes += written;
        length -= written;
    }
    return 1;
}

/// Says why on standard error and traps, so that the caller gets an error and not half an answer.
__attribute__((noreturn)) static void guest_fail(const char *reason) {
    uint32_t length = 0;
    while (reason[length] != 0) length++;
    guest_write(GUEST_STANDARD_ERROR, reason, length);
    __builtin_trap();
}

/// Prints `length` bytes on standard output, or fails.
static void guest_print(const char *bytes, uint32_t length) {
    if (!guest_write(GUEST_STANDARD_OUTPUT, bytes, length)) guest_fail("standard output is closed\n");
}

/// Writes `number` in decimal to `digits` (room for 10) and returns how many digits that took.
__attribute__((unused)) static uint32_t guest_decimal(uint32_t number, char *digits) {
    char reversed[10];
    uint32_t count = 0;
    do {
        reversed[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    for (uint32_t index = 0; index < count; index++) digits[index] = reversed[count - 1 - index];
    return count;
}

/// The first byte behind static data and stack; the linker places this symbol.
extern unsigned char __heap_base;

/// Grows memory until `length` bytes from the heap's start on are usable, and returns that start.
__attribute__((unused)) static unsigned char *guest_reserve(uint32_t length) {
    uint64_t end = (uint64_t)(uintptr_t)&__heap_base + length;
    uint64_t have = (uint64_t)__builtin_wasm_memory_size(0) * GUEST_PAGE;
    if (end > have) {
        uint64_t pages = (end - have + GUEST_PAGE - 1) / GUEST_PAGE;
        if (__builtin_wasm_memory_grow(0, (size_t)pages) == (size_t)-1) guest_fail("the input does not fit memory\n");
    }
    return &__heap_base;
}
