/* encoding.h: the bytes of a text file to UTF-8. What spreadsheets write: UTF-8 with or without a byte order mark, and Windows-1252, which the C
 * library's iconv knows; no table of our own. Which of them a file is cannot be read off it with certainty, so the choice is told. */
#ifndef DATA_ENCODING_H
#define DATA_ENCODING_H
#include "base/arena.h"
#include "base/diag.h"

enum encoding { ENCODING_GUESSED, /* UTF-8 where it is valid, else Windows-1252, with a warning */
                ENCODING_UTF_8, ENCODING_WINDOWS_1252 };
#define ENCODINGS 3
extern const char *const encoding_names[ENCODINGS]; /* "utf-8", "windows-1252"; NULL for the first */

/* The text in UTF-8, without a byte order mark; in `bytes` itself where nothing was to be done, else in the arena. False, and an error at its place, where
 * it is in no such encoding, holds a NUL, or is UTF-16. Jumps when out of memory. */
bool encoding_read(const char *file, struct str bytes, enum encoding encoding, struct arena *arena, struct str *text, struct diags *diags);
#endif
