// The floor under any HTTP server of this machine: one thread, one read and one write a request, nothing in between.
// Answers every read with the same bytes, as many as an invocation's answer has; does not look at what it read.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { EVENTS = 64, BODY = 68 };

static char answer[512];
static int answer_length;

static void compose(void) {
    char body[BODY + 1];
    memset(body, 'x', BODY);
    body[BODY] = 0;
    answer_length = snprintf(
        answer, sizeof answer,
        "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n"
        "x-request-id: 401f10765d84161c59d21ac13ae73e73\r\nx-trace-id: c21fb13c3d4317f978a2af7f2b1f1ee0\r\n"
        "date: Tue, 24 Nov 2026 02:58:12 GMT\r\nserver-timing: queue;dur=0.010, spawn;dur=0.010, guest;dur=0.001\r\n"
        "\r\n%s", BODY, body);
}

static int listen_on(int port) {
    int listener = socket(AF_INET, SOCK_STREAM, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(listener, (struct sockaddr *)&address, sizeof address) || listen(listener, 128)) exit(1);
    return listener;
}

int main(int count, char **arguments) {
    if (count != 2) return 2;
    compose();
    int listener = listen_on(atoi(arguments[1])), queue = epoll_create1(0), on = 1;
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listener}, events[EVENTS];
    epoll_ctl(queue, EPOLL_CTL_ADD, listener, &event);
    puts("listening");
    fflush(stdout);
    for (;;) {
        int ready = epoll_wait(queue, events, EVENTS, -1);
        for (int index = 0; index < ready; index++) {
            int socket = events[index].data.fd;
            char request[4096];
            if (socket == listener) {
                event.data.fd = accept(listener, NULL, NULL);
                setsockopt(event.data.fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
                epoll_ctl(queue, EPOLL_CTL_ADD, event.data.fd, &event);
            } else if (read(socket, request, sizeof request) <= 0 || write(socket, answer, answer_length) < 0) {
                close(socket);
            }
        }
    }
}
