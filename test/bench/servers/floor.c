// The least that a chat room costs: epoll, one order, and one write per member and turn.
// It speaks as the room does, by lines, and it leaves out all that makes a room safe: no limits, no checks,
// no notices. A member that does not read stops it.
//
//     gcc -O2 -o floor floor.c && ./floor PORT

#define _GNU_SOURCE
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

enum { most = 65536, portion = 65536, events = 1024, longest_name = 64 };

struct member {
  int fd, place;
  // `[name] `, once the first line has come.
  char prefix[longest_name + 3];
  size_t prefix_size;
  // The beginning of a line whose end has not arrived.
  char *rest;
  size_t rest_size;
  // Where in this turn's words its own are: it does not hear them.
  size_t own_from, own_to;
};

static struct member *here[most];
static int count;

// What was said in this turn, in the one order.
static char *said;
static size_t said_size, said_space;

static void add(const char *bytes, size_t size) {
  if (said_size + size > said_space) {
    said_space = 2 * (said_size + size);
    said = realloc(said, said_space);
  }
  memcpy(said + said_size, bytes, size);
  said_size += size;
}

static void take_name(struct member *member, const char *name, size_t size) {
  if (size > longest_name) size = longest_name;
  member->prefix[0] = '[';
  memcpy(member->prefix + 1, name, size);
  memcpy(member->prefix + 1 + size, "] ", 2);
  member->prefix_size = size + 3;
}

// `line` ends in LF, which counts.
static void hear(struct member *member, const char *line, size_t size) {
  if (member->prefix_size == 0) {
    take_name(member, line, size - 1);
    return;
  }
  add(member->prefix, member->prefix_size);
  add(line, size);
}

// Hears all whole lines. Returns how many bytes they have.
static size_t hear_lines(struct member *member, const char *bytes, size_t size) {
  const char *line = bytes;
  for (;;) {
    const char *end = memchr(line, '\n', size - (line - bytes));
    if (end == NULL) return line - bytes;
    hear(member, line, end + 1 - line);
    line = end + 1;
  }
}

static void leave(struct member *member) {
  here[member->place] = here[--count];
  here[member->place]->place = member->place;
  close(member->fd);
  free(member->rest);
  free(member);
}

// A member is read once in a turn, so all its own words are in one place.
static void read_from(struct member *member) {
  static char bytes[2 * portion];
  if (member->rest_size > portion) abort();
  memcpy(bytes, member->rest, member->rest_size);
  ssize_t size = recv(member->fd, bytes + member->rest_size, portion, MSG_DONTWAIT);
  if (size <= 0) {
    leave(member);
    return;
  }
  size += member->rest_size;
  member->own_from = said_size;
  size_t heard = hear_lines(member, bytes, size);
  member->own_to = said_size;
  member->rest_size = size - heard;
  member->rest = realloc(member->rest, member->rest_size + 1);
  memcpy(member->rest, bytes + heard, member->rest_size);
}

// Sockets block when they are full, so a write takes all.
static void give(struct member *member) {
  struct iovec pieces[] = {
      {said, member->own_from},
      {said + member->own_to, said_size - member->own_to},
  };
  member->own_from = member->own_to = 0;
  if (member->prefix_size > 0 && pieces[0].iov_len + pieces[1].iov_len > 0)
    if (writev(member->fd, pieces, 2) < 0) shutdown(member->fd, SHUT_RDWR);
}

static void enter(int room, int poll) {
  int fd = accept4(room, NULL, NULL, SOCK_CLOEXEC), on = 1;
  if (fd < 0) return;
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  struct member *member = calloc(1, sizeof *member);
  member->fd = fd;
  member->place = count;
  here[count++] = member;
  struct epoll_event event = {.events = EPOLLIN, .data.ptr = member};
  epoll_ctl(poll, EPOLL_CTL_ADD, fd, &event);
}

static int listen_at(int port) {
  int room = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), on = 1;
  struct sockaddr_in at = {.sin_family = AF_INET, .sin_port = htons(port)};
  at.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  setsockopt(room, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (bind(room, (struct sockaddr *)&at, sizeof at) < 0 || listen(room, 4096) < 0) exit(1);
  return room;
}

int main(int arguments, char **argument) {
  if (arguments != 2) return 1;
  signal(SIGPIPE, SIG_IGN);
  int room = listen_at(atoi(argument[1])), poll = epoll_create1(EPOLL_CLOEXEC);
  struct epoll_event event = {.events = EPOLLIN}, ready[events];
  epoll_ctl(poll, EPOLL_CTL_ADD, room, &event);
  for (;;) {
    int number = epoll_wait(poll, ready, events, -1);
    for (int index = 0; index < number; index++) {
      if (ready[index].data.ptr == NULL) enter(room, poll);
      else read_from(ready[index].data.ptr);
    }
    if (said_size > 0)
      for (int index = 0; index < count; index++) give(here[index]);
    said_size = 0;
  }
}
