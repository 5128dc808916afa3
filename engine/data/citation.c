/* citation.c: "source", alone or with the place in it. */
#include "data/index.h"
#include "data/intake.h"

static bool source_read(struct intake *in, uint32_t *out)
{
    struct str id;
    uint32_t at;
    if (!want_word_of(in, &id, WANTED_ID, "the id of a source", &at)) return false;
    *out = index_find(in->dataset->source_index, id);
    if (*out != NO_SLOT && in->sound) in->last_source = *out;
    if (*out != NO_SLOT || in->doubt->sources) return true;
    struct str near = {NULL, 0};
    if (tell_worth(in)) near = index_nearest(in->dataset->source_index, id);
    tell_error(in, at, 0, hint_nearest(near, "declare it in the header's \"sources\", with a title").text,
               "no source %s is declared", quote_str(id).text);
    return false;
}

bool want_citation_any(struct intake *in, struct citation *out)
{
    static const struct str keys[] = {KEY("id"), KEY("place")};
    static const struct shape shape = {"a source with its place",
                                       keys,
                                       2,
                                       1,
                                       HINT_LEAVE_OUT,
                                       "write the id of a source, or {\"id\": \"report\", \"place\": \"page 3\"}"};
    struct citation c = {NO_SLOT, {NULL, 0}};
    struct fields f;
    bool good = true;
    if (reader_peek(&in->reader) == JSON_STRING_)
        good = source_read(in, &c.source);
    else {
        if (!fields_open(in, &f, &shape)) return false;
        for (int i; (i = fields_next(in, &f)) >= 0;)
            good = (i == 0 ? source_read(in, &c.source) : want_text(in, &c.place)) && good;
    }
    if (good) *out = c;
    return good;
}
