-- What a rule file sees (rules/README.md): the vocabulary of packs, and of Lua's own what the sandbox lets through.
std = {
  globals = {},
  read_globals = {
    "pack", "area", "characteristic", "cap",
    "met", "partly_met", "not_met", "not_applicable", "no_evidence",
    "area_for_improvement", "cause_of_concern", "promising_practice",
    "print", "error", "assert", "ipairs", "pairs", "select", "tonumber", "tostring", "type",
    math = { fields = { "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min",
                        "mininteger", "modf", "pi", "sqrt", "tointeger", "type", "ult",
                        "sin", "cos", "tan", "asin", "acos", "atan" } },
    string = { other_fields = true },
    table = { other_fields = true },
  },
}
max_line_length = 160
-- A rule may take (force, p) and need only one of them, and names locals for the sake of its message.
unused_args = false
ignore = { "211" }
