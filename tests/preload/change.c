/* Loaded before a program: the file of CHANGE_FILE gets one byte more, or with CHANGE_TIME=1 other times and the same bytes, while it is open:
 * after the program has looked at what it is, before it reads; with CHANGE_AT=N only the N-th time that it is opened. glibc only. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

extern FILE *_IO_fdopen(int, const char *);

FILE *fdopen(int fd, const char *mode)
{
    const char *path = getenv("CHANGE_FILE"), *times = getenv("CHANGE_TIME"), *at = getenv("CHANGE_AT");
    static int opened;
    struct stat a, b;
    if (path && *mode == 'r' && fstat(fd, &a) == 0 && stat(path, &b) == 0 && a.st_ino == b.st_ino && (!at || ++opened == atoi(at))) {
        const struct timespec old[2] = {{1000000000, 0}, {1000000000, 0}};
        int other = times ? -1 : open(path, O_WRONLY | O_APPEND);
        if (times ? utimensat(AT_FDCWD, path, old, 0) != 0 : other < 0 || write(other, "\n", 1) != 1) abort();
        if (other >= 0) close(other);
    }
    return _IO_fdopen(fd, mode);
}
