-- What a rule file and a file of cases see (rules/README.md), and a mapping (samples/README.md): the words of packs, cases and mappings, and of Lua's own what the sandbox lets through, name by name.
local function fields(names)
  local set = {}
  for name in names:gmatch("%S+") do set[name] = {} end
  return { fields = set }
end

std = {
  globals = {},
  read_globals = {
    "pack", "area", "characteristic", "cap", "mapping", "cases", "case", "each", "missing",
    "met", "partly_met", "not_met", "not_applicable", "no_evidence",
    "bands", "area_for_improvement", "cause_of_concern", "promising_practice",
    "assert", "error", "ipairs", "pairs", "print", "select", "tonumber", "tostring", "type",
    math   = fields "abs ceil exp floor fmod huge log max maxinteger min mininteger modf pi sqrt tointeger type ult",
    stats  = fields "clopper_pearson difference estimates lower_bound mean median outliers quantile rank rate rate_ratio sample_size sd shapiro_wilk upper_bound wald wilson z",
    string = fields "byte char find format gmatch gsub len lower match rep reverse sub upper",
    table  = fields "concat insert move pack remove sort unpack",
    utf8   = fields "char charpattern codepoint codes len offset",
  },
}
max_line_length = 160
unused_args = false  -- a rule may take (force, p) and need only one of them
exclude_files = { "**/.peel/**" } -- written by `peel annotate`, for another program
ignore = { "211" }   -- and may name a local for its message alone: "{files} met the standard"
