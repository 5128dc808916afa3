/* footprint.h: what a rule leaves for its author to follow: what it read, and where it failed, the calls that led there. Sentences for people who mend rules; no
 * result has them. */
#ifndef JUDGE_FOOTPRINT_H
#define JUDGE_FOOTPRINT_H
#include "judge/result.h"

/* "sample files: 52 of 60 (86.7%) [/organisations/0/samples/files]"; what was asked of it is not told. */
void footprint_reading(const struct org_result *r, const struct reading *reading, struct buf *out);
/* Is reading i the first of its thing? A thing is read once for each question about it. */
bool footprint_is_first(const struct verdict *v, size_t i);
/* "it had read sample files: 7 of 10 (70%) [...]; parameter most 0.8": at most a few of each; nothing where there was nothing. */
void footprint_read(const struct org_result *r, const struct verdict *v, struct buf *out);
/* The reason of a rule that failed without its place, which stands in `raised`. */
struct str footprint_message(const struct verdict *v);
/* The name that a message is about, to be found in its line: "(local 'files')" at its end, as Lua says it, or the first `name` of ours. s NULL: none. */
struct str footprint_blamed(const char *message);
/* How call i (from 1) led there, to be told at its place: "`helper` was called here". */
void footprint_call(const struct verdict *v, size_t i, struct buf *out);
#endif
