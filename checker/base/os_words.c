/* What errno says, in words. */
#include <errno.h>
#include <string.h>

#include "base/os.h"

enum rc os_refuse(struct arena *a, struct trouble *why, int error)
{
    *why = (struct trouble){0};
    if (error == ENOMEM) base_out_of_memory();
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

enum rc os_refuse_write(struct arena *a, struct trouble *why, int error)
{
    enum rc rc = os_refuse(a, why, error);
    if (why->message == W_os_denied) why->message = W_os_protected;
    else if (error == ENOSPC || error == EFBIG || error == EDQUOT) why->message = W_os_full;
    else if (why->message == W_read_io) why->message = W_os_unwritten;
    return rc;
}

enum rc os_write(struct arena *a, const char *path, struct str bytes, struct trouble *why)
{
    struct os_file file;
    enum rc rc = os_file_begin(a, path, &file, why);
    if (rc != RC_OK) return rc;
    fwrite(bytes.p, 1, bytes.n, file.f);
    return os_file_end(a, &file, true, why);
}

bool os_pipe_closed(void) { return errno == EPIPE; }

struct str os_write_error(struct arena *a, enum lang lang)
{
    int error = errno;
    if (error == ENOSPC || error == EFBIG || error == EDQUOT) return str_of(word(W_os_full, lang));
    return error ? arena_str(a, str_of(strerror(error))) : STR_ABSENT;
}
