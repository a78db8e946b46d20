/* usage: repeat TIMES PROGRAM ARGUMENT…: runs the program so many times, its output dropped; prints the median of the milliseconds that a run
 * kept a processor busy (its own and the system's work for it: a busy neighbour does not count) and the largest peak of resident memory in
 * KiB. */
#define _DEFAULT_SOURCE

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double milliseconds(struct timeval t) { return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3; }

static int by_size(const void *x, const void *y)
{
    double a = *(const double *)x, b = *(const double *)y;
    return (a > b) - (a < b);
}

int main(int argc, char **argv)
{
    int times = argc > 2 ? atoi(argv[1]) : 0;
    if (times < 1 || times > 1000) return 2;
    double *took = malloc((size_t)times * sizeof *took);
    long peak = 0;
    for (int i = 0; i < times; i++) {
        pid_t pid = fork();
        if (pid == 0) {
            int null = open("/dev/null", O_WRONLY);
            dup2(null, 1);
            dup2(null, 2);
            execvp(argv[2], argv + 2);
            _exit(127);
        }
        int status;
        struct rusage usage;
        if (pid < 0 || wait4(pid, &status, 0, &usage) < 0 || !WIFEXITED(status) || WEXITSTATUS(status) == 127) return 1;
        took[i] = milliseconds(usage.ru_utime) + milliseconds(usage.ru_stime);
        if (usage.ru_maxrss > peak) peak = usage.ru_maxrss;
    }
    qsort(took, (size_t)times, sizeof *took, by_size);
    printf("%.3f %ld\n", took[times / 2], peak);
    free(took);
    return 0;
}
