/* os_words.h: why the system refused something. */
#ifndef PATUH_OS_WORDS_H
#define PATUH_OS_WORDS_H

#include "base/source.h"

/* *why gets what the error (of errno) means for who wanted to read, or to write; gives RC_IO. */
enum rc os_refuse(struct arena *a, struct trouble *why, int error);
enum rc os_refuse_write(struct arena *a, struct trouble *why, int error);

#endif
