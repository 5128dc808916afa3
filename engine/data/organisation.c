/* organisation.c: one organisation's object, handed on to those who know its parts. */
#include "data/intake.h"

enum {
    O_ID,
    O_NAME,
    O_IN_SCOPE,
    O_MEASURES,
    O_ESTIMATES,
    O_SAMPLES,
    O_SURVEYS,
    O_FINDINGS,
    O_JUDGMENTS,
    O_MODERATIONS,
    O_ACTIONS,
    O_STATED,
    O_FORMERLY,
    O_COUNT
};
static const struct str keys[] = {KEY("id"),        KEY("name"),        KEY("in_scope"), KEY("measures"),
                                  KEY("estimates"), KEY("samples"),     KEY("surveys"),  KEY("findings"),
                                  KEY("judgments"), KEY("moderations"), KEY("actions"),  KEY("stated"),
                                  KEY("formerly")};
static const struct shape shape = {"an organisation", keys, O_COUNT, 1u << O_ID | 1u << O_NAME, HINT_LEAVE_OUT, NULL};

/* The ids it had in earlier rounds. */
static void formerly_read(struct intake *in, struct org *org)
{
    struct rows rows;
    if (!rows_open(in, &rows, sizeof(struct str), "an array of ids")) return;
    while (rows_next(in, (struct str)KEY("formerly"))) want_id(in, rows_add(in->arena, &rows));
    org->formerly = (struct str *)(void *)rows.items;
    org->formerly_count = rows.count;
}

static void part_read(struct intake *in, struct org *org, int key)
{
    switch (key) {
    case O_ID:
        org->id_offset = here(in);
        want_id(in, &org->id);
        break;
    case O_NAME: want_text(in, &org->name); break;
    case O_IN_SCOPE: want_flag(in, &org->in_scope); break;
    case O_FINDINGS: findings_read(in, org); break;
    case O_JUDGMENTS: judgments_read(in, org); break;
    case O_MODERATIONS: moderations_read(in, org); break;
    case O_ACTIONS: actions_read(in, org); break;
    case O_STATED: stated_read(in, org); break;
    case O_FORMERLY: formerly_read(in, org); break;
    default: evidence_read(in, org, (enum evidence_kind)(EVIDENCE_MEASURE + key - O_MEASURES)); break;
    }
}

/* NULL where the text is broken or holds no object; else what could be read of it, right or `wrong`. */
struct org *organisation_read(struct intake *in, uint64_t index)
{
    struct fields f;
    struct org *org = arena_zero(in->arena, 1, sizeof *org);
    in->key = (struct str)KEY("organisations");
    in->each = true;
    in->null_hint = HINT_LEAVE_OUT;
    if (!fields_open(in, &f, &shape)) return NULL;
    org->index = index;
    org->in_scope = true;
    evidence_start(in, org);
    for (int i; (i = fields_next(in, &f)) >= 0;) part_read(in, org, i);
    if (!reader_finish(&in->reader)) return NULL;
    if (!in->quiet) judgments_check(in, org), moderations_check(in, org);
    return org;
}
