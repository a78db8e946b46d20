/* os.h: what standard C does not offer. checker/base/os.c is the only file that knows the operating system. */
#ifndef PATUH_OS_H
#define PATUH_OS_H

#include "base/names.h"
#include "base/source.h"

enum os_kind { OS_MISSING, OS_FILE, OS_FOLDER, OS_LINK, OS_OTHER };
/* Symbolic links are followed only if `follow`; else they are OS_LINK. OS_MISSING also where the path may not be looked at. */
enum os_kind os_kind(const char *path, bool follow);

/* The path without links and "..", from the root; absent where it leads nowhere. */
struct str os_real(struct arena *a, const char *path);

/* Adds the names in a folder, "." and ".." excepted, in no order; false when it cannot be read. */
bool os_list(struct arena *a, const char *folder, struct names *out) MUST_USE;

/* Reads a regular file whole into *out (to be freed with buf_free whatever happens). On anything but RC_OK *why says why: missing, a folder,
 * no regular file (a pipe or device could block or never end), not permitted, more than `most` bytes. */
enum rc os_read(struct arena *a, const char *path, uint64_t most, struct buf *out, struct trouble *why) MUST_USE;
/* The same, and pipes that somebody writes to: for what the user names ("<(…)" of a shell). */
enum rc os_read_named(struct arena *a, const char *path, uint64_t most, struct buf *out, struct trouble *why) MUST_USE;
/* The same for a stream that is open already. */
enum rc os_read_stream(struct arena *a, FILE *in, uint64_t most, struct buf *out, struct trouble *why) MUST_USE;

/* Writes a whole file: to a new one beside it, which then takes its name, so that there is never half of one. A file that was there keeps its
 * permissions; one that may not be written to is left alone. */
enum rc os_write(struct arena *a, const char *path, struct str bytes, struct trouble *why) MUST_USE;
/* The same bit by bit. A device or pipe is written to directly. */
struct os_file {
    FILE *f;
    struct str path, beside; /* beside: of the new file; absent: there is none */
};
enum rc os_file_begin(struct arena *a, const char *path, struct os_file *out, struct trouble *why) MUST_USE;
/* Gives it its name, if `keep` and all was written; else nothing is left of it. */
enum rc os_file_end(struct arena *a, struct os_file *file, bool keep, struct trouble *why) MUST_USE;
/* *why gets what the error (of errno) means for who wanted to read, or to write; gives RC_IO. */
enum rc os_refuse(struct arena *a, struct trouble *why, int error);
enum rc os_refuse_write(struct arena *a, struct trouble *why, int error);
/* Makes a folder unless it is there, its parents not. */
enum rc os_make_folder(struct arena *a, const char *path, struct trouble *why) MUST_USE;

bool os_is_terminal(FILE *f);
struct str os_today(struct arena *a); /* YYYY-MM-DD, local time */

/* ---- programs of our own that read what is too risky to read here */

/* The path of the running program; absent: not known. (base/program.h looks for others.) */
struct str os_self(struct arena *a);
bool os_runnable(const char *path);

enum os_end {
    OS_ENDED,      /* it exited with 0 */
    OS_UNSTARTED,
    OS_FAILED,     /* another status, or a signal */
    OS_TIMED_OUT,  /* its processor time was used up, or it fell silent for two minutes */
    OS_OVERFLOWED, /* it said more than `most` bytes */
};
/* Runs the program at argv[0] (a path; no shell, no environment) with `input` on its standard input and collects what it says then. It must
 * have read all its input before it says anything. */
enum os_end os_helper(const char *const *argv, struct str input, uint64_t most, struct buf *out) MUST_USE;

/* For such a program, before it looks at its input: from here on it has so many seconds of processor time and bytes of address space and no
 * files, network or processes (Linux; elsewhere the limits alone). false: that could not be had. Built with sanitizers, which need
 * all that, it has the time limit only. */
bool os_confine(uint64_t seconds, uint64_t bytes) MUST_USE;

/* ---- programs of others that read what nobody else can */

/* A new folder that nobody else may enter; absent: it could not be made. os_remove takes it away with all that is in it. */
struct str os_temporary(struct arena *a);
void os_remove(struct arena *a, const char *folder);
/* Runs the program at argv[0] (no shell): `home` is its home and the folder it starts in, what it says goes nowhere, it has no network (Linux on
 * x86-64 and ARM 64), writes files of at most `most` bytes, and is killed with what it started when it takes more than so many seconds. */
enum os_end os_foreign(struct arena *a, const char *const *argv, const char *home, uint64_t seconds, uint64_t most) MUST_USE;

/* Writing to a pipe that nobody reads any more then fails with an error instead of a signal. */
void os_ignore_closed_pipes(void);
/* Writing to it then waits where it would fail with "try again": whoever started the program may have left it so. */
void os_wait_for(FILE *f);
/* errno, right after a failed write, says that nobody reads the pipe any more. */
bool os_pipe_closed(void);
/* What errno, right after a failed write, says; absent: nothing. */
struct str os_write_error(struct arena *a, enum lang lang);

#endif
