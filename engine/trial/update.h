/* update.h: what cases that fail would have to expect for what came to be right: edits of their files, gathered case by case. Writes nothing.
 *
 * An outcome or a grade becomes the one that came; a list keeps what is still in it, in its order, and takes what is new; a reason becomes the same words
 * with other numbers where the new one has them ("48 of 60", "47 of 60"), else all of the new one. What a case expects of a broken rule is left as it is, since an
 * error is no answer to get used to (law 5); so is what is not spelled out in the file (script/wording.h), or spelled once for several cases.
 */
#ifndef TRIAL_UPDATE_H
#define TRIAL_UPDATE_H
#include "script/wording.h"
#include "trial/trial.h"

struct rewording {
    const struct suite_file *file;
    uint32_t start, length; /* of its text */
    struct str with;
};
enum left { LEFT_BROKEN /* expected: NULL */, LEFT_PUT_TOGETHER, LEFT_SHARED, LEFT_NO_TEXT };
struct leftover { /* an expectation that did not hold and was left */
    const struct suite_file *file;
    const struct decl_case *is;
    const struct decl_expected *expected;
    enum left why;
};
struct update {
    struct rewording *edits; size_t edit_count, edit_capacity; /* by file, then by start, once update_sort was called */
    struct leftover *left; size_t left_count, left_capacity;
    size_t cases; /* that have edits */
    struct wording_place place; /* private */
    struct arena arena;
    bool failed; /* out of memory: the rest means nothing */
};
void update_init(struct update *u);
void update_done(struct update *u);
void update_case(struct update *u, const struct trial *t);
void update_sort(struct update *u);
/* How many edits, from the i-th on, are of one file. */
size_t update_of_file(const struct update *u, size_t i);
/* The file's text with those edits. */
void update_text(const struct rewording *edits, size_t count, struct buf *out);
#endif
