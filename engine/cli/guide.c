/* guide.c: peel guide: a pack as a handbook. */
#include "report/guide.h"
#include "cli/command.h"
#include "cli/page.h"
#include "cli/wanted.h"

static bool guide(const struct settings *s, const struct console *console, const struct pack *pack, struct diags *diags)
{
    const struct style style = console_page(console, s);
    struct wanted wanted;
    struct buf text;
    if (!wanted_find(&wanted, pack, s->operand_count > 1 ? s->operands[1] : NULL, diags)) return false;
    const struct guide_request request = {wanted.area, wanted.characteristic};
    buf_init(&text);
    bool good = guide_write(pack, &request, s->hand, &style, &text);
    if (!good) diag_add(diags, DIAG_ERROR, (struct place){pack->path, 0, 0, 0}, NULL, "out of memory");
    good = good && page_write(s->output, &text, diags);
    buf_done(&text);
    return good;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct diags diags;
    diags_init(&diags);
    diags.limit = s->max_errors;
    struct pack *pack = pack_open(s->operands[0], &s->limits, &diags);
    bool good = pack && guide(s, console, pack, &diags);
    console_report(console, &diags);
    diags_done(&diags);
    pack_close(pack);
    return good ? PEEL_DONE : PEEL_CANNOT;
}

static const struct option *const KNOWN[] = {&OPTION_HAND,        &OPTION_OUTPUT,           &OPTION_ASCII,
                                             &OPTION_MAX_ERRORS,  &OPTION_MAX_INSTRUCTIONS, &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT,       NULL};

const struct command COMMAND_GUIDE = {
    "guide",
    "[options] PACK [AREA[/CHARACTERISTIC]]",
    "show a rule pack as a handbook, from the rules themselves",
    "Tells a framework to people who do not read Lua: the scale and the ladder in words; of each area and "
    "characteristic what evidence it reads, by which thresholds, what each outcome says, and what a shortfall raises; "
    "all "
    "numbers and sources, the evidence and who reads it. It is told from the declarations and from the text of the "
    "rules; "
    "none is run, and what a text does not tell is said to be so. Naming an area, or one characteristic of it, shows "
    "that "
    "part alone.\n"
    "\n"
    "Exit status: 0 shown; 2 could not.\n"
    "\n"
    "  peel guide peel-2021 investigating-crime/thorough\n"
    "  peel guide -f html -o handbook.html peel-2021\n",
    1,
    2,
    "a pack, and perhaps an area",
    KNOWN,
    run,
};
