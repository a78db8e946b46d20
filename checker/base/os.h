/* os.h: what standard C does not offer. checker/base/os.c is the only file that knows the operating system. */
#ifndef PATUH_OS_H
#define PATUH_OS_H

#include "base/source.h"

enum os_kind { OS_MISSING, OS_FILE, OS_FOLDER, OS_LINK, OS_OTHER };
/* Symbolic links are followed only if `follow`; else they are OS_LINK. OS_MISSING also where the path may not be looked at. */
enum os_kind os_kind(const char *path, bool follow);

/* The path without links and "..", from the root; absent where it leads nowhere. */
struct str os_real(struct arena *a, const char *path);

struct names {
    struct str *v;
    size_t n, cap;
};
void names_sort(struct names *list); /* by bytes */
/* Adds the names in a folder, "." and ".." excepted, in no order; false when it cannot be read. */
bool os_list(struct arena *a, const char *folder, struct names *out) MUST_USE;

/* Reads a regular file whole into *out (to be freed with buf_free whatever happens). On anything but RC_OK *why says why: missing, a folder,
 * no regular file (a pipe or device could block or never end), not permitted, more than `most` bytes. */
enum rc os_read(struct arena *a, const char *path, uint64_t most, struct buf *out, struct trouble *why) MUST_USE;
/* The same for a stream that is open already. */
enum rc os_read_stream(struct arena *a, FILE *in, uint64_t most, struct buf *out, struct trouble *why) MUST_USE;

bool os_is_terminal(FILE *f);
struct str os_today(struct arena *a); /* YYYY-MM-DD, local time */

/* Writing to a pipe that nobody reads any more then fails with an error instead of a signal. */
void os_ignore_closed_pipes(void);
/* errno, right after a failed write, says that nobody reads the pipe any more. */
bool os_pipe_closed(void);

#endif
