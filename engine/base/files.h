/* files.h: a folder of files, written whole or not at all: into a new folder beside it, which is then renamed. A folder that
 * is there already and empty (perhaps the one somebody stands in) is kept: the new one is made within, and what is in it is moved up.
 *
 * Signals that end the program wait until either all of it stands or nothing does. */
#ifndef BASE_FILES_H
#define BASE_FILES_H
#include "base/diag.h"

struct file_text {
    const char *path; /* "areas/x.lua"; the folders in it are made. The files of one folder stand together */
    struct str text;
};
/* False, and an error: the folder is not empty, is a file, its parent is not there, or something could not be written. */
bool files_write(const char *folder, const struct file_text *files, size_t count, struct diags *diags);
#endif
