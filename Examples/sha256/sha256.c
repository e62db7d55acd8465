/// SHA-256 of the input (FIPS 180-4), printed as lowercase hexadecimal digits and a newline.
#include "tensor_wasm.h"

/// FIPS 180-4 §4.2.2: fractional parts of the cube roots of the first 64 primes.
static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

enum { BLOCK = 64, LENGTH_FIELD = 8 };

static uint32_t rotate_right(uint32_t word, int bits) {
    return word >> bits | word << (32 - bits);
}

/// FIPS 180-4 §6.2.2: folds one 64-byte block into the hash value.
static void compress(uint32_t hash[8], const unsigned char *block) {
    uint32_t schedule[64];
    for (int t = 0; t < 16; t++) {
        const unsigned char *word = block + 4 * t;
        schedule[t] = (uint32_t)word[0] << 24 | (uint32_t)word[1] << 16 | (uint32_t)word[2] << 8 | word[3];
    }
    for (int t = 16; t < 64; t++) {
        uint32_t early = schedule[t - 15], late = schedule[t - 2];
        uint32_t sigma0 = rotate_right(early, 7) ^ rotate_right(early, 18) ^ early >> 3;
        uint32_t sigma1 = rotate_right(late, 17) ^ rotate_right(late, 19) ^ late >> 10;
        schedule[t] = sigma1 + schedule[t - 7] + sigma0 + schedule[t - 16];
    }

    uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3];
    uint32_t e = hash[4], f = hash[5], g = hash[6], h = hash[7];
    for (int t = 0; t < 64; t++) {
        uint32_t sum1 = rotate_right(e, 6) ^ rotate_right(e, 11) ^ rotate_right(e, 25);
        uint32_t choice = (e & f) ^ (~e & g);
        uint32_t first = h + sum1 + choice + round_constants[t] + schedule[t];
        uint32_t sum0 = rotate_right(a, 2) ^ rotate_right(a, 13) ^ rotate_right(a, 22);
        uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
        uint32_t second = sum0 + majority;
        h = g, g = f, f = e, e = d + first;
        d = c, c = b, b = a, a = first + second;
    }
    hash[0] += a, hash[1] += b, hash[2] += c, hash[3] += d;
    hash[4] += e, hash[5] += f, hash[6] += g, hash[7] += h;
}

/// Folds what is left after the whole blocks, padded as FIPS 180-4 §5.1.1 asks: a one bit, zeros, the length in bits.
static void compress_tail(uint32_t hash[8], const unsigned char *rest, uint32_t rest_length, uint32_t total_length) {
    unsigned char tail[2 * BLOCK] = {0};
    for (uint32_t index = 0; index < rest_length; index++) tail[index] = rest[index];
    tail[rest_length] = 0x80;
    uint32_t tail_length = rest_length + 1 + LENGTH_FIELD <= BLOCK ? BLOCK : 2 * BLOCK;
    uint64_t bits = (uint64_t)total_length * 8;
    for (int index = 0; index < LENGTH_FIELD; index++) {
        tail[tail_length - 1 - index] = (unsigned char)(bits >> 8 * index);
    }
    for (uint32_t offset = 0; offset < tail_length; offset += BLOCK) compress(hash, tail + offset);
}

TW_EXPORT("sha256") void sha256(void) {
    uint32_t length;
    const unsigned char *input = tw_input(&length);

    uint32_t hash[8] = {
        0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
    };
    uint32_t whole = length - length % BLOCK;
    for (uint32_t offset = 0; offset < whole; offset += BLOCK) compress(hash, input + offset);
    compress_tail(hash, input + whole, length - whole, length);

    char text[65];
    for (int digit = 0; digit < 64; digit++) {
        text[digit] = "0123456789abcdef"[hash[digit / 8] >> (28 - digit % 8 * 4) & 15];
    }
    text[64] = '\n';
    tw_print(text, sizeof text);
}
