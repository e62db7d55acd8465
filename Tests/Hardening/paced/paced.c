// Sends requests at a fixed rate, whatever the answers do, and measures each from the moment it was due.
//
// A client that waits for an answer before it sends the next request stops measuring just when a server is slow. This
// one does not: a request that is due and finds no free connection waits, and its waiting counts.
//
//   paced <port> <requests a second> <seconds> <connections> <wait|skip> <file> [<file> ...]
//
// Each file holds one whole HTTP/1.1 request; they take turns. With `skip`, a request that finds no free connection is
// not sent at all, and what is on its way at the end is given up; with `wait`, the last answers are waited for. Writes
// one line for each answer, its status and its microseconds, then `SKIPPED <count> BROKEN <count>`.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { EVENTS = 64, HEAD = 8192, REQUESTS = 16 };

// How long the last answers are waited for, in nanoseconds.
static const long LAST_ANSWERS = 30000000000L;

struct request {
    char *bytes;
    size_t length;
};

struct connection {
    int socket;
    // Nanoseconds; 0 while nothing is on its way.
    long due;
    const struct request *request;
    size_t sent, received, body_left;
    int status, has_head;
    char head[HEAD];
};

static struct request requests[REQUESTS];
static struct connection *connections;
static int request_count, connection_count, queue;
static long skipped, broken;
static struct sockaddr_in server = {.sin_family = AF_INET};
static volatile sig_atomic_t is_over;

static void end(int signal) { (void)signal, is_over = 1; }

static long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000L + time.tv_nsec;
}

static void load(const char *path) {
    struct stat status;
    int file = open(path, O_RDONLY);
    if (file < 0 || fstat(file, &status) || request_count == REQUESTS) exit(2);
    void *bytes = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED) exit(2);
    requests[request_count++] = (struct request){bytes, (size_t)status.st_size};
    close(file);
}

static void drop(struct connection *one) {
    if (one->socket >= 0) close(one->socket);
    one->socket = -1;
    one->due = 0;
}

static void fail(struct connection *one) {
    broken++;
    drop(one);
}

static int open_socket(struct connection *one) {
    int on = 1;
    one->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (one->socket < 0) return 0;
    setsockopt(one->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (connect(one->socket, (struct sockaddr *)&server, sizeof server) && errno != EINPROGRESS) {
        drop(one);
        return 0;
    }
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = one};
    epoll_ctl(queue, EPOLL_CTL_ADD, one->socket, &event);
    return 1;
}

static void push(struct connection *one) {
    while (one->due && one->sent < one->request->length) {
        ssize_t count = send(
            one->socket, one->request->bytes + one->sent, one->request->length - one->sent, MSG_NOSIGNAL);
        if (count < 0) {
            // A refusal that comes while the body is still being sent is read, not lost.
            if (errno != EAGAIN && errno != ENOTCONN && errno != EPIPE) fail(one);
            return;
        }
        one->sent += (size_t)count;
    }
}

// The head's status and length of the body; 0 while it is not complete.
static int read_head(struct connection *one) {
    one->head[one->received] = 0;
    char *rest = strstr(one->head, "\r\n\r\n");
    if (!rest) return 0;
    rest[2] = 0;
    one->status = atoi(one->head + 9);
    char *field = strcasestr(one->head, "\r\ncontent-length:");
    size_t body = field ? strtoul(field + 17, NULL, 10) : 0;
    size_t have = one->received - (size_t)(rest + 4 - one->head);
    one->has_head = 1;
    one->body_left = body > have ? body - have : 0;
    return 1;
}

static void finish(struct connection *one) {
    printf("%d %ld\n", one->status, (now() - one->due) / 1000);
    // After an early refusal the rest of the body would be taken for the next request.
    int is_whole = one->sent == one->request->length && !strcasestr(one->head, "\r\nconnection: close");
    one->due = 0;
    if (!is_whole) drop(one);
}

static void pull(struct connection *one) {
    char body[65536];
    while (one->socket >= 0) {
        char *target = one->has_head ? body : one->head + one->received;
        size_t room = one->has_head ? sizeof body : HEAD - 1 - one->received;
        ssize_t count = recv(one->socket, target, room, 0);
        if (count < 0 && errno == EAGAIN) return;
        if (count <= 0 || room == 0) {
            if (one->due) fail(one);
            else drop(one);
            return;
        }
        if (!one->due) continue;
        if (one->has_head) {
            one->body_left -= (size_t)count < one->body_left ? (size_t)count : one->body_left;
        } else {
            one->received += (size_t)count;
            if (!read_head(one)) continue;
        }
        if (one->body_left == 0) finish(one);
    }
}

static int begin(long due, const struct request *request) {
    static int next;
    for (int tried = 0; tried < connection_count; tried++) {
        struct connection *one = &connections[next++ % connection_count];
        if (one->due) continue;
        if (one->socket < 0 && !open_socket(one)) return 0;
        one->due = due, one->request = request;
        one->sent = one->received = one->body_left = 0;
        one->has_head = one->status = 0;
        push(one);
        return 1;
    }
    return 0;
}

static int is_waiting(void) {
    for (int index = 0; index < connection_count; index++)
        if (connections[index].due) return 1;
    return 0;
}

int main(int count, char **arguments) {
    if (count < 7) return 2;
    server.sin_port = htons((unsigned short)atoi(arguments[1]));
    server.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    double interval = 1e9 / atof(arguments[2]);
    long start = now(), finish_at = start + (long)(atof(arguments[3]) * 1e9);
    connection_count = atoi(arguments[4]);
    int skips = !strcmp(arguments[5], "skip");
    for (int index = 6; index < count; index++) load(arguments[index]);
    connections = calloc((size_t)connection_count, sizeof *connections);
    if (!connections) return 2;
    for (int index = 0; index < connection_count; index++) connections[index].socket = -1;
    signal(SIGTERM, end);
    queue = epoll_create1(0);
    long number = 0;
    while (!is_over && (now() < finish_at || (!skips && is_waiting() && now() < finish_at + LAST_ANSWERS))) {
        long due;
        while ((due = start + (long)((double)number * interval)) <= now() && due < finish_at) {
            if (!begin(due, &requests[number % request_count])) {
                if (!skips) break;
                skipped++;
            }
            number++;
        }
        long left = due - now();
        // A request that is overdue waits for a connection, and the end for the last answers: events bring both.
        if (left < 0 || now() >= finish_at) left = 1000000;
        struct timespec pause = {left / 1000000000L, left % 1000000000L};
        struct epoll_event events[EVENTS];
        int ready = epoll_pwait2(queue, events, EVENTS, &pause, NULL);
        for (int index = 0; index < ready; index++) {
            struct connection *one = events[index].data.ptr;
            if (events[index].events & EPOLLOUT) push(one);
            if (events[index].events & ~EPOLLOUT) pull(one);
        }
    }
    if (!skips)
        for (int index = 0; index < connection_count; index++) broken += connections[index].due != 0;
    printf("SKIPPED %ld BROKEN %ld\n", skipped, broken);
    return 0;
}
