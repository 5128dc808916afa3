/* test_sandbox_functions.c: the functions that rules may call: Lua's own, and where ours differ, how. */
#include "chunk.h"

/* --- Order --- */
START_TEST(pairs_goes_in_order)
{
    open_script();
    answers("local out = {} for k, v in pairs { b = 1, a = 2, ['a b'] = 3, [10] = 4, [2] = 5, [2.5] = 6, [-1] = 7, "
            "[true] = 8, [false] = 9, B = 10 } do\n"
            "out[#out + 1] = tostring(k) .. '=' .. v end return table.concat(out, ' ')",
            "-1=7 2=5 2.5=6 10=4 B=10 a=2 a b=3 b=1 false=9 true=8");
    answers("local out = {} for k in pairs { [9007199254740993] = 1, [9007199254740992.0] = 2, [math.huge] = 3, "
            "[-math.huge] = 4 } do "
            "out[#out + 1] = tostring(k) end return table.concat(out, ' ')",
            "-inf 9007199254740992 9007199254740993 inf");
    answers(
        "local t, n = { 1, 2, 3, x = 4 }, 0 for k in pairs(t) do t[k] = nil t['new' .. n] = 1 n = n + 1 end return n",
        "4");
    answers("local t, n = { 1, 2, 3, 4 }, 0 for k in pairs(t) do t[4] = nil n = n + 1 end return n", "3");
    answers("local n = 0 for k in pairs {} do n = n + 1 end return n", "0");
    raises("for k in pairs { [{}] = 1 } do end",
           "`pairs` goes over keys in order, and a table has none: use numbers, strings or booleans as keys");
    raises("for k in pairs(nil) do end", "bad argument #1 to 'pairs' (table expected, got nil)");
    script_free(s);
}
END_TEST

START_TEST(sort_is_stable_and_ends)
{
    open_script();
    answers("local t = { 5, 2, 8, 1, 9, 3 } table.sort(t) return table.concat(t, ' ')", "1 2 3 5 8 9");
    answers("local t = { 'b', 'a', 'B', 'ab' } table.sort(t) return table.concat(t, ' ')", "B a ab b");
    answers(
        "local t = {} for i = 1, 50 do t[i] = { i % 3, i } end table.sort(t, function(a, b) return a[1] < b[1] end)\n"
        "local good = true for i = 2, 50 do local a, b = t[i - 1], t[i] good = good and (a[1] < b[1] or a[1] == b[1] "
        "and a[2] < b[2]) end return good",
        "true");
    answers("local t = {} for i = 1, 500 do t[i] = i end table.sort(t, function() return true end) local sum = 0 for "
            "_, v in ipairs(t) do sum = sum + v end return sum",
            "125250");
    raises("table.sort { 1, 'x' }", "attempt to compare string with number");
    raises("table.sort({ 3, 2, 1 }, function() error('no') end)", "no");
    script_free(s);
}
END_TEST

/* --- Functions --- */

START_TEST(text_functions)
{
    open_script();
    answers("return string.format('%5.2f|%-5s|%05d|%x|%g|%%|%c|%i', 3.14159, 'ab', 42, 255, 0.1, 65, 7)",
            " 3.14|ab   |00042|ff|0.1|%|A|7");
    answers("return string.format('%q', 'a\"b\\n\\0001')", "\"a\\\"b\\\n\\0001\"");
    answers("return string.format('%s %s %s %s', 1, 2.0, true, nil)", "1 2.0 true nil");
    answers("return string.format('%.3s|%10.2s|', 'abcdef', 'xyz')", "abc|        xy|");
    raises("string.format('%p', 1)",
           "string.format: `%p` is not available to rules: an address is another in every run");
    raises("string.format('%s', {})", "bad argument #2 to 'format' (a table has no text; name one of its values)");
    raises("string.format('%d', 'x')", "bad argument #2 to 'format' (number expected, got string)");
    raises("string.format('%d')", "string.format: no value for `%d`, the 1. conversion");
    raises("string.format('%y', 1)", "string.format: `%` before `y` is no conversion; a percent sign is `%%`");
    raises("string.format('90%')",
           "string.format: the text ends in the middle of a conversion; a percent sign is `%%`");
    raises("string.format('%123d', 1)", "string.format: a width or precision has at most two digits");
    answers("return ('abc'):sub(-2) .. ('abc'):sub(2, 2) .. ('abc'):sub(0, 1) .. ('abc'):sub(5) .. ('abc'):sub(-9, -3)",
            "bcbaa");
    answers("return ('abc'):byte(-1) .. string.char(72, 105) .. ('aBc'):upper() .. ('aBc'):lower() .. "
            "('abc'):reverse() .. #('x'):rep(3, '--')",
            "99HiABCabccba7");
    answers("return tonumber('0x10') .. ' ' .. tonumber(' 12 ') .. ' ' .. tonumber('1e2') .. ' ' .. tonumber('zz', 36) "
            ".. ' ' .. tostring(tonumber('1x'))",
            "16 12 100.0 1295 nil");
    answers("return utf8.len('a\xC3\xA9') .. utf8.char(233, 0x20AC) .. utf8.codepoint('\xC3\xA9') .. "
            "utf8.offset('a\xC3\xA9z', 3)",
            "2\xC3\xA9\xE2\x82\xAC"
            "2334");
    answers("return tostring(utf8.len('\\xFF'))", "nil");
    answers("local n = 0 for _, c in utf8.codes('a\xC3\xA9z') do n = n + c end return n", "452"); /* 97 + 233 + 122 */
    script_free(s);
}
END_TEST

START_TEST(number_and_list_functions)
{
    open_script();
    answers("return math.floor(3.7) .. math.ceil(3.2) .. math.floor(-3.5) .. math.abs(-4) .. math.max(1, 5, 3) .. "
            "math.min(4, 2.5)",
            "34-4452.5");
    answers("return math.type(1) .. math.type(1.0) .. tostring(math.type('1')) .. math.tointeger(3.0) .. "
            "tostring(math.tointeger(3.5))",
            "integerfloatnil3nil");
    answers("return math.fmod(-7, 3) .. ' ' .. math.fmod(7, -3.5) .. ' ' .. (-7 % 3) .. ' ' .. math.sqrt(16) .. ' ' .. "
            "math.log(8, 2) .. ' ' .. math.exp(0)",
            "-1 0.0 2 4.0 3.0 1.0");
    answers("local a, b = math.modf(-3.25) return a .. ' ' .. b", "-3.0 -0.25");
    answers("return tostring(0/0 ~= 0/0) .. tostring(math.huge) .. tostring(-math.huge)", "trueinf-inf");
    answers("local t = { 1, 2, 3 } table.insert(t, 4) table.insert(t, 1, 0) table.remove(t) return table.concat(t, "
            "',') .. ' ' .. table.remove(t, 1)",
            "0,1,2,3 0");
    answers("local t = table.move({ 1, 2, 3 }, 1, 3, 2) return table.concat(t, ',')", "1,1,2,3");
    answers(
        "local t = table.pack(1, nil, 3) return t.n .. select('#', table.unpack(t, 1, t.n)) .. select(-1, 'a', 'b')",
        "33b");
    raises("table.concat({ 1, {}, 3 })", "table.concat joins texts and numbers; item 2 is a table");
    raises("math.fmod(1, 0)", "bad argument #2 to 'fmod' (zero)");
    raises("select(0)", "bad argument #1 to 'select' (index out of range)");
    answers("return math.floor(2^70) == 2^70", "true");
    raises("local n = 0/0 return ('x'):rep(n)", "bad argument #1 to 'rep' (number has no integer representation)");
    raises("return ('x'):rep(math.huge)", "bad argument #1 to 'rep' (number has no integer representation)");
    script_free(s);
}
END_TEST

UNIT("sandbox functions", pairs_goes_in_order, sort_is_stable_and_ends, text_functions, number_and_list_functions);
