/// A WASI command: copies standard input to standard output with the ASCII letters a–z in upper case.
#include <unistd.h>

static char buffer[16384];

static int write_all(const char *bytes, ssize_t length) {
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, bytes, (size_t)length);
        if (written <= 0) return 0;
        bytes += written;
        length -= written;
    }
    return 1;
}

int main(void) {
    for (;;) {
        ssize_t length = read(STDIN_FILENO, buffer, sizeof buffer);
        if (length < 0) return 1;
        if (length == 0) return 0;
        for (ssize_t index = 0; index < length; index++) {
            if (buffer[index] >= 'a' && buffer[index] <= 'z') buffer[index] -= 'a' - 'A';
        }
        if (!write_all(buffer, length)) return 1;
    }
}
