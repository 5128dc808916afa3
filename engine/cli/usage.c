/* usage.c: the help, made from the table of options and the list of commands. */
#include "cli/command.h"
#include "report/wrap.h"

void usage_line(const struct command *c, struct buf *out)
{
    buf_put(out, "usage: peel ");
    buf_put(out, c->name);
    buf_char(out, ' ');
    buf_put(out, c->synopsis);
    buf_char(out, '\n');
}

static void one_option(const struct option *o, size_t width, struct buf *out)
{
    size_t from = out->length;
    buf_put(out, "  ");
    if (o->letter) {
        buf_char(out, '-');
        buf_char(out, o->letter);
        buf_put(out, ", ");
    } else {
        buf_put(out, "    ");
    }
    buf_put(out, "--");
    buf_put(out, o->name);
    if (o->value) {
        buf_char(out, ' ');
        buf_put(out, o->value);
    }
    size_t used = out->length - from, indent = 30;
    blanks(out, used + 2 <= indent ? indent - used : 2);
    wrap(out, str_of(o->help), used + 2 <= indent ? indent : used + 2, indent, width);
}

/* Paragraphs are separated by newlines; one that begins with a blank is shown as it is. */
static void paragraphs(const char *text, size_t width, struct buf *out)
{
    while (*text) {
        size_t n = strcspn(text, "\n");
        struct str line = {text, n};
        if (n == 0 || *text == ' ') {
            buf_str(out, line);
            buf_char(out, '\n');
        } else {
            wrap(out, line, 0, 0, width);
        }
        text += n + (text[n] != '\0');
    }
}

void usage_command(const struct command *c, size_t width, struct buf *out)
{
    usage_line(c, out);
    buf_char(out, '\n');
    paragraphs(c->text, width, out);
    buf_put(out, "\nOptions\n");
    for (size_t i = 0; c->options[i]; i++) one_option(c->options[i], width, out);
    buf_put(out, "\nOptions of every command\n");
    for (size_t i = 0; OPTIONS_GLOBAL[i]; i++) one_option(OPTIONS_GLOBAL[i], width, out);
}

void usage_program(struct buf *out)
{
    buf_put(out, "usage: peel COMMAND …\n\n"
                 "Turns inspection data into graded judgments by rules, and shows for every one exactly why.\n\n");
    for (size_t i = 0; COMMANDS[i]; i++) {
        buf_put(out, "  ");
        columns_pad(out, str_of(COMMANDS[i]->name), 10);
        buf_put(out, COMMANDS[i]->about);
        buf_char(out, '\n');
    }
    buf_put(out, "  help      peel help COMMAND: what a command does, and its options;\n"
                 "            peel help NAME: what a name means that rules may say, peel help lua: all of them;\n"
                 "            peel help CODE: what a code of peel check means\n"
                 "  version   the version of peel\n\n"
                 "Exit status: 0 done; 1 the answer is negative; 2 could not answer; 3 partial, some rule failed.\n");
}
