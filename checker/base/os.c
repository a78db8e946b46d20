/* The operating system: kinds of files, folders, the clock, terminals. POSIX. */
#define _XOPEN_SOURCE 700

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

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
    struct str s = arena_str(a, str_of(real));
    free(real);
    return s;
}

static int by_bytes(const void *x, const void *y) { return str_cmp(*(const struct str *)x, *(const struct str *)y); }

void names_sort(struct names *list)
{
    if (list->n) qsort(list->v, list->n, sizeof *list->v, by_bytes);
}

bool os_list(struct arena *a, const char *folder, struct names *out)
{
    DIR *d = opendir(folder);
    if (!d) return false;
    errno = 0;
    for (struct dirent *e; (e = readdir(d));)
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0) *ARENA_PUSH(a, out) = arena_str(a, str_of(e->d_name));
    bool good = errno == 0;
    closedir(d);
    return good;
}

static enum rc refuse(struct arena *a, struct trouble *why, int error)
{
    *why = (struct trouble){0};
    switch (error) {
    case ENOENT:
    case ENOTDIR: why->message = W_os_missing; break;
    case EACCES:
    case EPERM: why->message = W_os_denied; break;
    case EISDIR: why->message = W_os_folder; break;
    default:
        why->message = W_read_io;
        why->arg[0] = arena_str(a, str_of(strerror(error)));
    }
    return RC_IO;
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
    return ferror(in) ? refuse(a, why, errno) : RC_OK;
}

enum rc os_read(struct arena *a, const char *path, uint64_t most, struct buf *out, struct trouble *why)
{
    /* Not blocking, so that opening a pipe without a writer comes back; then it is refused. */
    int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat st;
    if (fd < 0) return refuse(a, why, errno);
    enum rc rc = RC_OK;
    FILE *f = NULL;
    if (fstat(fd, &st) != 0) {
        rc = refuse(a, why, errno);
    } else if (S_ISDIR(st.st_mode)) {
        rc = refuse(a, why, EISDIR);
    } else if (!S_ISREG(st.st_mode)) {
        *why = (struct trouble){.message = W_os_special};
        rc = RC_IO;
    } else if ((uint64_t)st.st_size > most) {
        *why = (struct trouble){.message = W_read_bytes};
        why->arg[0] = arena_printf(a, "%llu", (unsigned long long)most);
        rc = RC_LIMIT;
    } else if (!(f = fdopen(fd, "rb"))) {
        rc = refuse(a, why, errno);
    }
    if (!f) return close(fd), rc;
    rc = os_read_stream(a, f, most, out, why);
    fclose(f);
    return rc;
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

void os_ignore_closed_pipes(void) { signal(SIGPIPE, SIG_IGN); }

bool os_pipe_closed(void) { return errno == EPIPE; }
