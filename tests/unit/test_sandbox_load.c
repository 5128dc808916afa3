/* test_sandbox_load.c: a file that is read: where its slips are, what is told of them, and what is no file of rules. */
#include "chunk.h"

static const struct {
    const char *text;
    unsigned line, column;
    const char *message, *hint;
} wrong[] = {
    {"local a = 1\nif a = 2 then\nend", 2, 6, "expected `then`, got `=`", "`==` compares, `=` gives a value"},
    {"local t = { a = 1\n b = 2 }", 2, 2, "expected `}` to close the `{` of line 1, got `b`",
     "a comma may be missing before it"},
    {"if x then\n\n", 3, 0, "expected `end` to close the `if` of line 1, got the end of the file",
     "each `function`, `if`, `for`, `while` and `do` needs an `end` of its own"},
    {"x = 1 y = 2 z = = 3", 1, 17, "`=` is not expected here", ""},
    {"local s = \"abc\n", 1, 11, "the text is not closed on its line", "end it with the quote that it begins with"},
    {"local t = { title = \u201Cabc\u201D }", 1, 21, "this character is not expected here",
     "texts stand in straight quotes \"…\"; word processors bend them"},
    {"local t = {\n title = 'a pupil's work' }", 2, 19, "expected `}` to close the `{` of line 1, got `s`",
     "the text ends at the quote before it; a text with ' in it stands in \"…\""},
    {"local t = { good-files = 0.8 }", 1, 24, "expected `}`, got `=`",
     "a key with a dash is written [\"like-this\"] = …; a parameter's name takes _ instead"},
    {"local t = { 80%, \"share\" }", 1, 16, "`,` is not expected here",
     "write a share as a fraction of one: 0.8, not 80%"},
    {"if (a then b() end", 1, 7, "expected `)`, got `then`", "a `)` is missing before it, or a comma"},
    {"local t = { f = function()\n if a then b() else if c then d() end\n end,\n}", 3, 5, "`,` is not expected here",
     "`else if` opens a second `if`, which needs an `end` of its own; write `elseif`"},
    {"local t = { a = 1,\n", 2, 0, "the end of the file is not expected here", "a `}` or an `end` is missing above"},
    {"local t = { f = function()\n return 1\n }", 3, 2, "expected `end` to close the `function` of line 1, got `}`",
     "an `end` is missing above it: each `function`, `if`, `for` and `do` has its own"},
    {"x x", 1, 3, "a statement was expected before `x`: a value alone does nothing", ""},
    {"if a != b then end", 1, 6, "expected `then`, got `!`",
     "Lua writes `~=` for \"is not equal to\", and `not` for \"not\""},
    {"local a = 3x", 1, 11, "malformed number, near `3x`", ""},
    {"local x <const> = 1; x = 2", 1, 0, "attempt to assign to const variable `x`", ""},
    {"goto nowhere", 1, 0, "no visible label `nowhere` for <goto> at line 1", ""},
    {"local _ENV = {}", 1, 7, "`_ENV` is not available to rules: every file has names of its own", ""},
    {"return "
     "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
     "{{{{{{{{{{{{{{{{{{{{{{{"
     "{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{{"
     "{{{",
     0, 0, "brackets, blocks or functions stand too deeply within each other", ""},
    {"\xEF\xBB\xBFreturn 1", 0, 0, "the file begins with a byte order mark", "save it as UTF-8 without one"},
    {"\x1bLua", 0, 0, "the file is compiled Lua; rules are read as text", ""},
};

START_TEST(a_syntax_error_has_its_place)
{
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct diags diags;
        diags_init(&diags);
        open_script();
        ck_assert(!sandbox_load(s, "areas/x.lua", str_of(wrong[i].text), NULL, &diags));
        ck_assert_uint_eq(diags.count, 1);
        ck_assert_str_eq(diags.list[0].message, wrong[i].message);
        ck_assert_str_eq(diags.list[0].hint, wrong[i].hint);
        ck_assert_msg(diags.list[0].place.line == wrong[i].line && diags.list[0].place.column == wrong[i].column,
                      "%s: %u:%u", wrong[i].text, (unsigned)diags.list[0].place.line, diags.list[0].place.column);
        ck_assert_int_eq(lua_gettop(s->L), 0);
        diags_done(&diags);
        script_free(s);
    }
}
END_TEST

START_TEST(a_file_past_its_size_is_not_compiled)
{
    struct diags diags;
    size_t n = SANDBOX_FILE + 1;
    char *text = mem_alloc(n);
    memset(text, ' ', n);
    diags_init(&diags);
    open_script();
    ck_assert(!sandbox_load(s, "big.lua", (struct str){text, n}, NULL, &diags));
    ck_assert_str_eq(diags.list[0].message, "the file has 1048577 bytes; a file of rules has at most 1048576");
    ck_assert(sandbox_load(s, "big.lua", (struct str){text, n - 1}, NULL, &diags));
    diags_done(&diags);
    mem_free(text);
    script_free(s);
}
END_TEST

START_TEST(each_file_has_names_of_its_own)
{
    open_script();
    answers("local function helper() return 1 end return helper()", "1");
    raises("return helper()", "unknown name `helper`");
    script_free(s);
}
END_TEST

UNIT("sandbox load", a_syntax_error_has_its_place, a_file_past_its_size_is_not_compiled,
     each_file_has_names_of_its_own);
