/* loading.h: the inside of a load, shared by load.c (opening, the second pass) and check.c (the first pass). */
#ifndef DATA_LOADING_H
#define DATA_LOADING_H
#include "data/intake.h"
#include "data/load.h"
#include "data/register.h"

struct load {
    struct source source;
    struct splitter *splitter;
    struct dataset dataset;
    struct doubt doubt;
    struct templates templates;
    struct id_register ids;
    uint64_t in_scope;
    const struct witness *witness; /* of the first pass, or NULL */
    bool wrong;   /* the header has errors */
    bool checked; /* the first pass went through; digest is known */
    uint64_t print,
        checked_print; /* of the organisations brought since the beginning; of all of them, in the first pass */
    char digest[DIGEST_TEXT];
};
struct diag *tell_file(const struct load *load, struct diags *diags, const char *hint,
                       const char *message); /* an error without a line */
#endif
