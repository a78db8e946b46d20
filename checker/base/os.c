/* The operating system: kinds of files, folders, the clock, terminals. POSIX. */
#define _XOPEN_SOURCE 700

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

#include "base/os.h"

enum os_kind os_kind(const char *path, bool follow)
{
    struct stat st;
    if ((follow ? stat(path, &st) : lstat(path, &st)) != 0) return OS_MISSING;
    if (S_ISREG(st.st_mode)) return OS_FILE;
    if (S_ISDIR(st.st_mode)) return OS_FOLDER;
    if (S_ISLNK(st.st_mode)) return OS_LINK;
    return OS_OTHER;
}

struct str os_real(struct arena *a, const char *path)
{
    char *real = realpath(path, NULL);
    if (!real && errno == ENOMEM) base_out_of_memory();
    struct str s = arena_str(a, str_of(real));
    free(real);
    return s;
}

bool os_list(struct arena *a, const char *folder, struct names *out)
{
    DIR *d = opendir(folder);
    if (!d && errno == ENOMEM) base_out_of_memory();
    if (!d) return false;
    for (struct dirent *e; errno = 0, (e = readdir(d));) /* memory that was found may leave an errno, too */
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0) *ARENA_PUSH(a, out) = arena_str(a, str_of(e->d_name));
    bool good = errno == 0;
    closedir(d);
    return good;
}

enum rc os_read_stream(struct arena *a, FILE *in, uint64_t most, struct buf *out, struct trouble *why)
{
    char part[65536];
    buf_add(out, "", 0);
    for (size_t n; (n = fread(part, 1, sizeof part, in)) > 0;) {
        buf_add(out, part, n);
        if (out->n <= most) continue;
        *why = (struct trouble){.message = W_read_bytes};
        why->arg[0] = arena_printf(a, "%llu", (unsigned long long)most);
        return RC_LIMIT;
    }
    return ferror(in) ? os_refuse(a, why, errno) : RC_OK;
}

static bool same_state(const struct stat *a, const struct stat *b)
{
    return a->st_size == b->st_size && a->st_mtim.tv_sec == b->st_mtim.tv_sec && a->st_mtim.tv_nsec == b->st_mtim.tv_nsec;
}

/* What may be read of what fd is; of a pipe only if `pipes`, which then waits for what its writers say, and ends at once without any. */
static enum rc admit(struct arena *a, int fd, bool pipes, uint64_t most, struct stat *st, struct trouble *why)
{
    if (fstat(fd, st) != 0) return os_refuse(a, why, errno);
    if (S_ISDIR(st->st_mode)) return os_refuse(a, why, EISDIR);
    if (S_ISFIFO(st->st_mode) && pipes) return fcntl(fd, F_SETFL, O_RDONLY) == 0 ? RC_OK : os_refuse(a, why, errno);
    if (!S_ISREG(st->st_mode)) {
        *why = (struct trouble){.message = W_os_special};
        return RC_IO;
    }
    if ((uint64_t)st->st_size <= most) return RC_OK;
    *why = (struct trouble){.message = W_read_bytes};
    why->arg[0] = arena_printf(a, "%llu", (unsigned long long)most);
    return RC_LIMIT;
}

static enum rc read_path(struct arena *a, const char *path, bool pipes, uint64_t most, struct buf *out, struct trouble *why)
{
    /* Not blocking, so that opening a pipe without a writer comes back. */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st, after;
    if (fd < 0) return os_refuse(a, why, errno);
    enum rc rc = admit(a, fd, pipes, most, &st, why);
    FILE *f = rc == RC_OK ? fdopen(fd, "rb") : NULL;
    if (rc == RC_OK && !f) rc = os_refuse(a, why, errno);
    if (!f) return close(fd), rc;
    rc = os_read_stream(a, f, most, out, why);
    enum word wrong = WORD_NONE;
    if (rc == RC_OK && S_ISFIFO(st.st_mode) && !out->n) wrong = W_os_special;
    if (rc == RC_OK && S_ISREG(st.st_mode) && (fstat(fd, &after) != 0 || !same_state(&st, &after))) wrong = W_os_changed;
    fclose(f);
    if (!wrong) return rc;
    *why = (struct trouble){.message = wrong};
    return RC_IO;
}

enum rc os_read(struct arena *a, const char *path, uint64_t most, struct buf *out, struct trouble *why)
{
    return read_path(a, path, false, most, out, why);
}

enum rc os_read_named(struct arena *a, const char *path, uint64_t most, struct buf *out, struct trouble *why)
{
    return read_path(a, path, true, most, out, why);
}

enum rc os_file_begin(struct arena *a, const char *path, struct os_file *out, struct trouble *why)
{
    enum os_kind kind = os_kind(path, true);
    struct str real = kind == OS_FILE ? os_real(a, path) : STR_ABSENT; /* behind a link the file changes, not the link */
    *out = (struct os_file){.path = real.p ? real : arena_str(a, str_of(path))};
    struct stat old;
    if (kind == OS_FOLDER) return os_refuse_write(a, why, EISDIR);
    if (kind == OS_FILE && (stat(path, &old) != 0 || access(path, W_OK) != 0)) return os_refuse_write(a, why, errno);
    if (kind != OS_OTHER) out->beside = arena_printf(a, "%s.baru-%ld", out->path.p, (long)getpid());
    int fd = open(out->beside.p ? out->beside.p : path, O_WRONLY | O_CLOEXEC | (out->beside.p ? O_CREAT | O_EXCL : 0), 0666);
    bool good = fd >= 0 && (kind != OS_FILE || fchmod(fd, old.st_mode & 07777) == 0);
    out->f = good ? fdopen(fd, "wb") : NULL;
    if (out->f) return RC_OK;
    enum rc rc = os_refuse_write(a, why, errno);
    if (fd >= 0) close(fd);
    if (fd >= 0 && out->beside.p) unlink(out->beside.p);
    return rc;
}

enum rc os_file_end(struct arena *a, struct os_file *file, bool keep, struct trouble *why)
{
    errno = 0;
    bool good = fflush(file->f) == 0 && !ferror(file->f);
    int error = errno;
    if (fclose(file->f) != 0 && good) good = false, error = errno;
    file->f = NULL;
    if (good && keep && file->beside.p && rename(file->beside.p, file->path.p) != 0) good = false, error = errno;
    if (file->beside.p && !(good && keep)) unlink(file->beside.p);
    return good ? RC_OK : os_refuse_write(a, why, error ? error : EIO);
}

enum rc os_make_folder(struct arena *a, const char *path, struct trouble *why)
{
    return mkdir(path, 0777) == 0 || (errno == EEXIST && os_kind(path, true) == OS_FOLDER) ? RC_OK : os_refuse(a, why, errno);
}

bool os_is_terminal(FILE *f)
{
    int fd = fileno(f);
    return fd >= 0 && isatty(fd);
}

struct str os_today(struct arena *a)
{
    time_t now = time(NULL);
    struct tm tm;
    if (now == (time_t)-1 || !localtime_r(&now, &tm)) return STR_ABSENT;
    return arena_printf(a, "%04d-%02d-%02d", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday);
}

/* ---- programs of our own -------------------------------------------------------------------------------------- */

struct str os_self(struct arena *a)
{
    char self[4096];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self);
    return n > 0 && (size_t)n < sizeof self ? arena_str(a, (struct str){self, (size_t)n}) : STR_ABSENT;
}

bool os_runnable(const char *path) { return access(path, X_OK) == 0; }

static bool spawn_helper(const char *const *argv, int talk, pid_t *pid)
{
    static const char *const nothing[] = {NULL};
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0) return false;
    bool good = posix_spawn_file_actions_adddup2(&actions, talk, 0) == 0 && posix_spawn_file_actions_adddup2(&actions, talk, 1) == 0 &&
                posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0) == 0 &&
                posix_spawn(pid, argv[0], &actions, NULL, (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)nothing) == 0;
    posix_spawn_file_actions_destroy(&actions);
    return good;
}

static void send_all(int to, struct str bytes)
{
    for (size_t at = 0; at < bytes.n;) {
        ssize_t n = send(to, bytes.p + at, bytes.n - at, MSG_NOSIGNAL);
        if (n > 0) at += (size_t)n;
        else if (errno != EINTR) break; /* it has ended: its status tells */
    }
    shutdown(to, SHUT_WR);
}

/* OS_ENDED: it has said all. */
static enum os_end hear_all(int from, uint64_t most, struct buf *out)
{
    char part[65536];
    for (;;) {
        ssize_t n = read(from, part, sizeof part);
        if (n > 0 && (uint64_t)n > most - out->n) return OS_OVERFLOWED;
        if (n > 0) buf_add(out, part, (size_t)n);
        else if (n == 0) return OS_ENDED;
        else if (errno == EAGAIN) return OS_TIMED_OUT;
        else if (errno != EINTR) return OS_ENDED;
    }
}

enum os_end os_helper(const char *const *argv, struct str input, uint64_t most, struct buf *out)
{
    enum { SILENT = 120 }; /* seconds: it limits its own processor time, but may sleep */
    int ends[2], status = 1;
    const struct timeval wait = {.tv_sec = SILENT};
    enum os_end heard = OS_ENDED;
    pid_t pid;
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return OS_UNSTARTED;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
    bool started = spawn_helper(argv, ends[1], &pid);
    close(ends[1]);
    if (started) {
        setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
        setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &wait, sizeof wait);
        send_all(ends[0], input);
        heard = hear_all(ends[0], most, out);
        if (heard != OS_ENDED) kill(pid, SIGKILL);
    }
    close(ends[0]);
    if (!started) return OS_UNSTARTED;
    while (waitpid(pid, &status, 0) < 0 && errno == EINTR) continue;
    if (heard != OS_ENDED) return heard;
    if (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)) return OS_TIMED_OUT;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? OS_ENDED : OS_FAILED;
}

static bool limit_to(int what, uint64_t value)
{
    struct rlimit l = {(rlim_t)value, (rlim_t)value};
    return setrlimit(what, &l) == 0;
}

#if defined(__linux__) && (defined(__x86_64__) || defined(__aarch64__))
#ifdef __x86_64__
#define THIS_MACHINE AUDIT_ARCH_X86_64
#else
#define THIS_MACHINE AUDIT_ARCH_AARCH64
#endif
#define FIELD(name) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, name))
#define GIVE(what) BPF_STMT(BPF_RET | BPF_K, (what))
#define LET(call) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 1), GIVE(SECCOMP_RET_ALLOW)
/* Memory that cannot be run as a program: the low half of the third argument (little-endian machines) says what it is for. */
#define LET_MEMORY(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_##call, 0, 4), FIELD(args[2]), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, PROT_EXEC, 1, 0), \
        GIVE(SECCOMP_RET_ALLOW), GIVE(SECCOMP_RET_ERRNO | EPERM)

/* From here on the kernel asks the rules about each call. */
static bool filter(const struct sock_filter *rules, size_t n)
{
    struct sock_fprog program = {(unsigned short)n, (struct sock_filter *)(uintptr_t)rules};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* Reading and writing what is open, memory, the clock, ending. */
static bool shut_in(void)
{
    static const struct sock_filter rules[] = {
        FIELD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0), GIVE(SECCOMP_RET_KILL_PROCESS), FIELD(nr),
        LET(read), LET(write), LET(writev), LET(close), LET(lseek), LET(brk), LET(munmap), LET(mremap), LET(madvise), LET(futex),
        LET(clock_gettime), LET(gettimeofday), LET(getrandom), LET(rt_sigreturn), LET(exit), LET(exit_group),
        LET_MEMORY(mmap), FIELD(nr), LET_MEMORY(mprotect), GIVE(SECCOMP_RET_ERRNO | EPERM),
    };
    return filter(rules, COUNT(rules));
}
#else
static bool shut_in(void) { return true; }
#endif

#ifdef __has_feature
#if __has_feature(address_sanitizer)
#define UNCONFINED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define UNCONFINED
#endif

bool os_confine(uint64_t seconds, uint64_t bytes)
{
    bool good = limit_to(RLIMIT_CPU, seconds) && limit_to(RLIMIT_CORE, 0);
#ifdef UNCONFINED /* sanitizers reserve more and write reports; make coverage says so, too, since counts are written at the end */
    (void)bytes;
    (void)shut_in;
    return good;
#else
    return good && limit_to(RLIMIT_AS, bytes) && limit_to(RLIMIT_FSIZE, 0) && shut_in();
#endif
}

/* ---- programs of others --------------------------------------------------------------------------------------- */

struct str os_temporary(struct arena *a)
{
    const char *where = getenv("TMPDIR");
    struct str path = arena_printf(a, "%s/patuh-XXXXXX", where && where[0] == '/' ? where : "/tmp");
    return mkdtemp((char *)(uintptr_t)path.p) ? path : STR_ABSENT;
}

void os_remove(struct arena *a, const char *folder)
{
    struct names names = {0};
    if (!os_list(a, folder, &names)) return;
    for (size_t i = 0; i < names.n; i++) {
        struct str path = arena_printf(a, "%s/%s", folder, names.v[i].p);
        if (os_kind(path.p, false) == OS_FOLDER) os_remove(a, path.p);
        else unlink(path.p);
    }
    rmdir(folder);
}

#ifdef THIS_MACHINE
/* Sockets of this machine alone; what is started later has no others either. */
static bool cut_off(void)
{
    static const struct sock_filter rules[] = {
        FIELD(arch), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, THIS_MACHINE, 1, 0), GIVE(SECCOMP_RET_KILL_PROCESS), FIELD(nr),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_io_uring_setup, 0, 1), GIVE(SECCOMP_RET_ERRNO | EPERM),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_socket, 0, 3), FIELD(args[0]), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, AF_UNIX, 1, 0),
        GIVE(SECCOMP_RET_ERRNO | EACCES), GIVE(SECCOMP_RET_ALLOW),
    };
    return filter(rules, COUNT(rules));
}
#else
static bool cut_off(void) { return true; }
#endif

/* In the new process: only what is safe between fork and exec. */
static void become(const char *const *argv, const char *const *environment, const char *home, uint64_t seconds, uint64_t most)
{
    int nowhere = open("/dev/null", O_RDWR);
    bool good = setpgid(0, 0) == 0 && nowhere >= 0 && dup2(nowhere, 0) == 0 && dup2(nowhere, 1) == 1 && dup2(nowhere, 2) == 2 && chdir(home) == 0 &&
                limit_to(RLIMIT_CORE, 0) && limit_to(RLIMIT_CPU, seconds) && limit_to(RLIMIT_FSIZE, most) && cut_off();
    if (good) execve(argv[0], (char *const *)(uintptr_t)argv, (char *const *)(uintptr_t)environment);
    _exit(127);
}

static double monotonic(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

enum os_end os_foreign(struct arena *a, const char *const *argv, const char *home, uint64_t seconds, uint64_t most)
{
    const char *environment[] = {arena_printf(a, "HOME=%s", home).p, arena_printf(a, "TMPDIR=%s", home).p, "PATH=/usr/local/bin:/usr/bin:/bin", "LC_ALL=C.UTF-8", NULL};
    const struct timespec moment = {0, 20000000};
    pid_t pid = fork(), ended = 0;
    int status = 0;
    if (pid < 0) return OS_UNSTARTED;
    if (pid == 0) become(argv, environment, home, seconds, most);
    for (double end = monotonic() + (double)seconds; (ended = waitpid(pid, &status, WNOHANG)) == 0 && monotonic() < end;) nanosleep(&moment, NULL);
    kill(-pid, SIGKILL); /* what it has started, too */
    if (ended == 0) {
        kill(pid, SIGKILL);
        waitpid(pid, &status, 0);
        return OS_TIMED_OUT;
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return OS_UNSTARTED;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? OS_ENDED : OS_FAILED;
}

void os_ignore_closed_pipes(void) { signal(SIGPIPE, SIG_IGN); }

void os_wait_for(FILE *f)
{
    int fd = fileno(f), flags = fd >= 0 ? fcntl(fd, F_GETFL) : -1;
    if (flags >= 0 && flags & O_NONBLOCK) fcntl(fd, F_SETFL, flags & ~O_NONBLOCK);
}
