/* What the program that looks at PDFs is shut into: files, sockets, processes and programs are refused, what it has open is not. */
#define _GNU_SOURCE
#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define UNCONFINED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define UNCONFINED /* sanitizers open files of their own */
#endif
#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__)) && !defined(UNCONFINED)
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/os.h"
#include "tap.h"

static bool opens(void) { return open("/etc/passwd", O_RDONLY) >= 0 || errno != EPERM; }
static bool writes(void) { return open("/tmp/patuh-confine", O_WRONLY | O_CREAT, 0600) >= 0 || errno != EPERM; }
static bool connects(void) { return socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM; }
static bool talks(void) { return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 || errno != EPERM; }
static bool forks(void)
{
    pid_t child = fork();
    if (child == 0) _exit(0);
    return child > 0 || errno != EPERM;
}
static bool runs(void)
{
    char *const argv[] = {(char[]){"true"}, NULL};
    execv("/bin/true", argv);
    return errno != EPERM;
}
static bool kills(void) { return kill(getppid(), 0) == 0 || errno != EPERM; }
static bool makes_code(void) { return mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED || errno != EPERM; }
static bool works(void)
{
    char *room = malloc(1 << 20);
    bool good = room && write(1, "", 0) == 0;
    free(room);
    return !good;
}

/* Whether `escapes` says no in a process that has been shut in. */
static bool held(bool (*escapes)(void))
{
    int status = 1;
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) _exit(!os_confine(10, 1 << 30) ? 2 : escapes());
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(void)
{
    static const struct {
        bool (*escapes)(void);
        const char *what;
    } ways[] = {
        {opens, "a file is not opened"}, {writes, "… nor made"}, {connects, "no network"}, {talks, "no other process is talked to"}, {forks, "no process is made"},
        {runs, "no program is run"}, {kills, "none is killed"}, {makes_code, "no memory can be run"}, {works, "memory and what is open: as before"},
    };
    for (size_t i = 0; i < COUNT(ways); i++) ok(held(ways[i].escapes), "%s", ways[i].what);
    ok(opens() && writes() && connects(), "outside all of it goes");
    unlink("/tmp/patuh-confine");
    return done();
}
#else
#include "tap.h"

int main(void)
{
    ok(1, "here nothing is shut in");
    return done();
}
#endif
