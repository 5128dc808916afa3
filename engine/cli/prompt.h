/* prompt.h: lines that a person types, with editing, history and completion (libedit), where he sits at a terminal; else lines of standard input as they are, without a
 * prompt, so that a session can be kept in a file.
 */
#ifndef CLI_PROMPT_H
#define CLI_PROMPT_H
#include "base/diag.h"

struct prompt;
/* The names that the end of a line may go on with, each ended by a NUL; *start: where in the line they begin. */
typedef void prompt_complete(void *context, struct str line, struct buf *to, size_t *start);
/* history: whether lines are remembered from one session to the next. NULL: out of memory. */
struct prompt *prompt_open(bool history, prompt_complete *complete, void *context);
void prompt_close(struct prompt *p); /* NULL is fine */
bool prompt_is_typed(const struct prompt *p); /* a person sits there */
enum prompted { PROMPT_LINE, PROMPT_CANCELLED, PROMPT_END };
/* The next line, without its end, added to `line`. question: "> ". */
enum prompted prompt_line(struct prompt *p, const char *question, struct buf *line);
void prompt_remember(struct prompt *p, struct str lines); /* in the history, each by itself */
#endif
