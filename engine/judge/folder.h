/* folder.h: where a pack is, and what its files say. Knows paths and bytes, nothing of what they mean. */
#ifndef JUDGE_FOLDER_H
#define JUDGE_FOLDER_H
#include "judge/pack.h"

/* The folder of a pack (see pack.h for where names are looked for), in the arena; NULL, and an error that says where it was looked for and which pack is
 * nearest. Jumps to arena->escape when out of memory, as all of these. */
const char *folder_find(const char *name, struct arena *arena, struct diags *diags);
/* The last part of the folder's real path: what the pack must be called. */
struct str folder_name(const char *folder, struct arena *arena);

struct folder { struct pack_file *files; size_t count; }; /* pack.lua and areas/<name>.lua, by name in byte order */
/* Reads them all. False, and errors, where one cannot be read. */
bool folder_read(const char *folder, struct folder *to, struct arena *arena, struct diags *diags);
/* The cases that are kept with the pack: tests/<name>.lua, hidden files apart, by name in byte order. They are no part of it: none need be there, and they do not enter its digest. */
bool folder_read_tests(const char *folder, struct folder *to, struct arena *arena, struct diags *diags);
const struct pack_file *folder_file(const struct folder *f, struct str name); /* NULL: not there */
void folder_digest(const struct folder *f, char text[DIGEST_TEXT]);
#endif
