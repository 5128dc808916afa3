/* paper.h: what a page that is told organisation by organisation is written on: memory that is used again for each. */
#ifndef REPORT_PAPER_H
#define REPORT_PAPER_H
#include "base/arena.h"
#include "base/buf.h"

struct paper {
    struct arena piece, work; /* for one piece of the page; for one organisation's differences */
    struct buf scratch;
};

/* Calls write(context), which puts a page into `out`. False: out of memory. */
bool paper_write(struct paper *p, void (*write)(void *context), void *context, const struct buf *out);
#endif
