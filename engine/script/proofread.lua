-- proofread.lua: what the text of a rule file shows and nothing that is declared does: names that nobody uses, methods that the evidence at hand does not have, answers that
-- never come, thresholds without a name. Parser, scopes and flow are luacheck's; what is said is ours, with the codes of lint/codes.h. Run by proofread.c in a Lua state of its
-- own, which no rule ever sees; nothing of the pack is run. Where a value cannot be followed nothing is said of it.
--
-- Answers a function (source, file, knows, nearest): a list of { code, line, column, width, message, hint }, in order of place.
--   file     what it is: `manifest` (pack.lua), or `area` with the id of it
--   knows    of the pack and the engine: see proofread.c
--   nearest  of a word and a list the nearest of it, or nil
local check_state = require "luacheck.check_state"

local stages = {}
for _, name in ipairs { "parse", "unwrap_parens", "linearize", "resolve_locals", "detect_unreachable_code", "detect_unused_locals" } do
  stages[#stages + 1] = require("luacheck.stages." .. name)
end

-- The remarks of one file, and what is known of it.
local Reading = {}
Reading.__index = Reading

local function is_string(node) return node and node.tag == "String" end
local function article(word) return (word:find "^[aeiou]" and "an " or "a ") .. word end
local function quoted(word) return '"' .. word .. '"' end

-- The keys of a set, in order.
local function listed(set)
  local list = {}
  for name in pairs(set) do list[#list + 1] = name end
  table.sort(list)
  return list
end

local function any_of(list)
  local quotes = {}
  for i, word in ipairs(list) do quotes[i] = quoted(word) end
  if #quotes < 2 then return quotes[1] or "nothing" end
  return table.concat(quotes, ", ", 1, #quotes - 1) .. " or " .. quotes[#quotes]
end

local function has(list, word)
  for _, one in ipairs(list) do if one == word then return true end end
  return false
end

-- --- Telling ------------------------------------------------------------------------------------

-- A node that goes past its line is shown to the end of it.
function Reading:tell(code, node, message, hint)
  local state = self.state
  local column = state:offset_to_column(node.line, node.offset)
  local last = state.line_offsets[node.line] + (state.line_lengths[node.line] or 1) - 1
  local width = math.min(node.end_offset, math.max(last, node.offset)) - node.offset + 1
  self.list[#self.list + 1] = { code = code, line = node.line, column = column, width = math.max(width, 1), message = message, hint = hint }
end

function Reading:did_you_mean(word, list, form)
  local near = self.nearest(word, list)
  return near and ("did you mean " .. (form or "%s") .. "?"):format(near)
end

-- --- What is where ------------------------------------------------------------------------------

local function functions_of(node, found)
  if node.tag == "Function" then
    found[#found + 1] = node
  elseif node.tag == "Id" and node.var and #node.var.values == 1 and node.var.values[1].type == "func" then
    found[#found + 1] = node.var.values[1].node
  elseif node.tag == "Call" then -- judge = by_share("lessons"): what that returns
    local makers = functions_of(node[1], {})
    for _, maker in ipairs(makers) do
      for _, statement in ipairs(maker[2]) do
        if statement.tag == "Return" and statement[1] and statement[1].tag == "Function" then found[#found + 1] = statement[1] end
      end
    end
  end
  return found
end

local roles = { judge = { "force", "parameters" }, when = { "judged", "parameters" }, ladder = { "judged", "parameters" } }

-- characteristic "lessons" { … }
local function characteristic_of(node)
  local word = node.tag == "Call" and node[1].tag == "Call" and node[1][1].tag == "Id" and node[1][1][1] == "characteristic"
  return word and is_string(node[1][2]) and node[1][2][1] or nil
end

-- Whose function is it: judge = function(force, p).
function Reading:note_roles(key, value)
  for _, fn in ipairs(functions_of(value, {})) do
    self.named[fn] = key
    if self.owner[fn] == nil then
      self.owner[fn] = self.current or false
    elseif self.owner[fn] ~= self.current then
      self.owner[fn] = false -- of several
    end
    for i, role in ipairs(roles[key]) do
      local argument = fn[1][i]
      if argument and argument.var then self.role[argument.var] = role end
    end
  end
end

-- Passes once over all nodes, to learn what they are to each other.
function Reading:learn(node, chain, called)
  local outer, id = self.current, self.area and characteristic_of(node)
  if id then self.current = self.area .. "/" .. id end
  self:learn_one(node, chain, called)
  self.current = outer
end

function Reading:learn_one(node, chain, called)
  if node.tag == "Function" then
    local outer = chain
    chain = { fn = node, outer = outer }
    for _, argument in ipairs(node[1]) do self:learn(argument, chain) end
    for _, statement in ipairs(node[2]) do self:learn(statement, chain) end
    return
  end
  if node.tag == "Id" and node.var then
    self.var_at[node.line .. ":" .. node.offset] = node.var
    self.vars_named[node.var.name] = self.vars_named[node.var.name] or {}
    self.vars_named[node.var.name][node.var] = true
    local fn = node.var.values[1]
    if fn and fn.type == "func" and fn.var_node ~= node and not called then self.escaped[fn.node] = true end
  elseif is_string(node) then
    self.texts[#self.texts + 1] = { text = node[1], chain = chain }
    self.chain_of[node] = chain
  elseif node.tag == "Call" then
    for _, fn in ipairs(functions_of(node[1], {})) do
      self.calls[fn] = self.calls[fn] or {}
      table.insert(self.calls[fn], node)
    end
  elseif node.tag == "Pair" and is_string(node[1]) and roles[node[1][1]] then
    self:note_roles(node[1][1], node[2])
    self:learn(node[1], chain)
    self:learn(node[2], chain, true)
    return
  end
  for i, inner in ipairs(node) do
    if type(inner) == "table" then self:learn(inner, chain, node.tag == "Call" and i == 1) end
  end
end

-- Does a message show it, {files}, in the function where it is seen?
function Reading:is_shown(var)
  local home = var.line.parent and var.line.node
  for _, text in ipairs(self.texts) do
    local at = text.chain
    while home and at and at.fn ~= home do at = at.outer end
    if at or not home then
      for name in text.text:gmatch "{([%a_][%w_]*)[^{}]*}" do if name == var.name then return true end end
    end
  end
  return false
end

-- --- What stands for what -----------------------------------------------------------------------

local catalogues = { measures = "measure", estimates = "estimate", samples = "sample", surveys = "survey" }
local nothing = {}

local function same_value(a, b)
  return a and b and a.is == b.is and a.kind == b.kind and a.method == b.method and (a.of == b.of or same_value(a.of, b.of))
end

-- A parameter of a helper is what all that call it give it.
function Reading:argument_value(var)
  local fn = var.line.node
  if not fn or self.escaped[fn] or self.named[fn] or not self.calls[fn] then return nil end
  local place
  for i, argument in ipairs(fn[1]) do if argument.var == var then place = i end end
  local found
  for _, call in ipairs(self.calls[fn]) do
    local value = place and call[place + 1] and self:value(call[place + 1])
    if not value or (found and not same_value(found, value)) then return nil end
    if found and found.id ~= value.id then value = setmetatable({ id = false }, { __index = value }) end
    found = value
  end
  return found
end

function Reading:var_value(var)
  if self.role[var] then return { is = self.role[var] } end
  if var.type == "arg" and #var.values == 1 then return self:argument_value(var) end
  local value = #var.values == 1 and var.values[1]
  if not value or not value.node or (value.secondaries and value.secondaries[1] ~= value) then return nil end
  return self:value(value.node)
end

function Reading:index_value(node)
  local base, key = self:value(node[1]), is_string(node[2]) and node[2][1]
  if not base or not key then return nil end
  if base.is == "force" then
    if catalogues[key] then return { is = "catalogue", kind = catalogues[key], plural = key } end
    if key == "outcomes" or key == "areas" then return { is = key } end
    if key == "findings" then return { is = "evidence", kind = "findings", id = false } end
  elseif base.is == "catalogue" then
    return { is = "evidence", kind = base.kind, id = key }
  elseif base.is == "outcomes" then
    return { is = "evidence", kind = "outcome", id = key }
  elseif base.is == "areas" then
    return { is = "evidence", kind = "area", id = key }
  elseif base.is == "parameters" then
    return { is = "parameter", id = key }
  end
end

function Reading:invoke_value(node)
  local base, method = self:value(node[1]), node[2][1]
  if not base then return nil end
  if base.kind == "findings" and (method == "about" or method == "here") then
    return { is = "evidence", kind = "finding", id = method == "about" and is_string(node[3]) and node[3][1] }
  end
  if base.is == "evidence" or base.is == "judged" then return { is = "answer", method = method, of = base } end
end

function Reading:read_value(node)
  if node.tag == "Id" then return node.var and self:var_value(node.var) end
  if node.tag == "Index" then return self:index_value(node) end
  if node.tag == "Invoke" then return self:invoke_value(node) end
  if node.tag == "Number" then return { is = "number", number = tonumber(node[1]), node = node } end
  if node.tag == "String" then return { is = "text", text = node[1], node = node } end
  if node.tag == "Op" and node[1] == "unm" and node[2].tag == "Number" then return { is = "number", number = -(tonumber(node[2][1]) or 0), node = node } end
  if node.tag == "Paren" then return self:value(node[1]) end
end

-- What an expression is, as far as it can be followed: { is = "evidence", kind = "sample", id = "lessons" }; nil: who knows.
function Reading:value(node)
  local known = self.values[node]
  if known == nil then
    self.values[node] = nothing -- while it is looked for: what stands for itself is nothing
    known = self:read_value(node) or nothing
    self.values[node] = known
  end
  return known ~= nothing and known or nil
end

local kind_words = { finding = "set of findings", outcome = "outcome", area = "area", judged = "area" }
local function kind_of(value) return value.is == "judged" and "judged" or value.kind end
local function called(kind) return kind == "findings" and "force.findings" or article(kind_words[kind] or kind) end

-- --- Names --------------------------------------------------------------------------------------

local unused = { ["211"] = "%s is not used", ["231"] = "%s is given values, and never read", ["241"] = "%s is changed, and never read" }

function Reading:tell_names()
  for _, w in ipairs(self.state.warnings) do
    local node = { line = w.line, offset = self.state.line_offsets[w.line] + w.column - 1, end_offset = self.state.line_offsets[w.line] + w.end_column - 1 }
    local var = self.var_at[w.line .. ":" .. node.offset]
    local silent = w.name == "_" or w.secondary or (var and self:is_shown(var))
    local name = w.name and ("`" .. w.name .. "`")
    if w.code == "211" and w.func then
      self:tell(111, node, ("the function %s is never called"):format(name), "call it, or take it away")
    elseif unused[w.code] and not silent then
      self:tell(110, node, unused[w.code]:format(name), "use it, show it in a message, or take it away; a name `_` is never asked about")
    elseif w.code == "221" then
      self:tell(112, node, ("%s is read, and never given a value: it is nil"):format(name))
    elseif (w.code == "311" or w.code == "331") and not silent then
      local where = w.overwritten_line and (": line %d gives it another"):format(w.overwritten_line) or ""
      self:tell(112, node, ("the value that %s gets here is never read%s"):format(name, where))
    elseif w.code:find "^4[123]" and w.name ~= "_" then
      self:tell(113, node, ("%s hides the %s of line %d"):format(name, name, w.prev_line), "give one of them another name")
    elseif w.code == "511" then
      self:tell(114, node, "this is never reached", "what stands before it always returns")
    elseif w.code == "512" then
      self:tell(114, node, "this loop runs once at most", "every way through it leaves it")
    end
  end
end

-- --- Evidence -----------------------------------------------------------------------------------

function Reading:check_index(node, within)
  local base, key = self:value(node[1]), is_string(node[2]) and node[2][1]
  if not base or not key then return end
  if base.is == "catalogue" and not self.knows.evidence[base.plural][key] then
    local hint = self:did_you_mean(key, listed(self.knows.evidence[base.plural]))
    self:tell(103, node[2], ("pack.lua declares no %s `%s`"):format(base.kind, key), hint or "declare it in the evidence of pack.lua")
  elseif base.is == "outcomes" then
    self:check_outcome(node[2], key, within)
  elseif base.is == "areas" then
    self:check_area(node[2], key, within)
  elseif base.is == "evidence" and self.knows.methods[base.kind][key] then
    self:tell(104, node[2], ("%s is a method: it is called with a colon"):format(key), ("write :%s(…)"):format(key))
  end
end

function Reading:check_outcome(node, id, within)
  local allows = within and self.knows.allows[within]
  if not self.knows.outcomes[id] then
    self:tell(108, node, ("the pack has no characteristic `%s`"):format(id), self:did_you_mean(id, listed(self.knows.outcomes)))
  elseif allows and not allows[id] and not allows[id:match "^[^/]*"] then
    self:tell(109, node, ("the outcome of `%s` is read, and `depends` does not name it"):format(id), ('add depends = { "%s" } to the characteristic, or to its area'):format(id))
  end
end

function Reading:check_area(node, id, within)
  local allows = within and self.knows.allows[within]
  if not self.knows.areas[id] then
    self:tell(108, node, ("the pack has no area `%s`"):format(id), self:did_you_mean(id, listed(self.knows.areas)))
  elseif allows and not allows[id] then
    self:tell(109, node, ("the area `%s` is read, and `depends` does not name it"):format(id), ('add depends = { "%s" } to the characteristic, or to its area'):format(id))
  end
end

-- Who else has it.
function Reading:owners(method, kind)
  if kind == "survey" then return "a survey can be cited, never compared: say :cite()" end
  local owners = {}
  for _, other in ipairs { "measure", "estimate", "sample", "outcome" } do
    if self.knows.methods[other][method] then owners[#owners + 1] = other .. "s" end
  end
  return #owners > 0 and ("%s have it"):format(table.concat(owners, ", ")) or nil
end

function Reading:check_method(node, base)
  local method, kind = node[2][1], kind_of(base)
  local methods = self.knows.methods[kind]
  if not methods[method] then
    self:tell(104, node[2], ("%s has no method `%s`"):format(called(kind), method), self:did_you_mean(method, listed(methods), ":%s") or self:owners(method, kind))
  elseif kind == "measure" and self.knows.cohort_methods[method] and base.id and not self.knows.cohort[base.id] then
    self:tell(105, node[2], ("`%s` is read against no cohort"):format(base.id), "name it in the measures of `cohort` in pack.lua")
  else
    self:check_arguments(node, base)
  end
end

-- --- Arguments ----------------------------------------------------------------------------------

local comparisons = { at_least = true, at_most = true, above = true, below = true, surely_at_least = true, surely_below = true }
local level_at = { lower = 1, upper = 1, compared_with = 2, change_from = 2 }

-- A number, or that of a parameter.
function Reading:number_of(node)
  local value = node and self:value(node)
  if value and value.is == "number" then return value.number, value.node end
  local parameter = value and value.is == "parameter" and self.knows.parameters[value.id]
  if parameter then return parameter, node end
end

function Reading:check_level(node)
  local number, at = self:number_of(node)
  if number and not (number > 0 and number < 1) then
    self.bare[at] = true
    self:tell(106, at, ("a level is between 0 and 1, and this is %s"):format(self:written(at)), "write 0.95 for 95 percent")
  end
end

function Reading:check_proportion(node)
  local number, at = self:number_of(node)
  if number and not (number >= 0 and number <= 1) then
    self.bare[at] = true
    self:tell(106, at, ("this is compared with a proportion, from 0 to 1, and is %s"):format(self:written(at)), "a share is a fraction: 0.8, not 80")
  end
end

function Reading:check_word(node, list, what)
  local value = node and self:value(node)
  if value and value.is == "text" and not has(list, value.text) then
    self:tell(106, value.node, ("%s is %s, and not %s"):format(what, any_of(list), quoted(value.text)), self:did_you_mean(value.text, list))
  end
end

function Reading:check_other(node, base)
  local other = node and self:value(node)
  if other and other.is == "evidence" and other.kind ~= base.kind then
    self:tell(106, node, ("%s is compared with %s"):format(called(base.kind), called(other.kind)), "both must be of one kind")
  end
end

-- A number as it stands in the text; of a parameter what it is.
function Reading:written(node)
  if node.tag == "Number" then return node[1] end
  if node.tag == "Op" then return "-" .. node[2][1] end
  return ("%.14g"):format(self:number_of(node))
end

-- By kind, the check of each method that takes something.
local judged_checks = {
  outcome = function(r, node)
    local id = node[3] and is_string(node[3]) and node[3][1]
    if id and not r.knows.here[id] then r:tell(108, node[3], ("the area has no characteristic `%s`"):format(id), r:did_you_mean(id, listed(r.knows.here))) end
  end,
  share = function(r, node) r:check_word(node[3], r.knows.scale, "a level") end,
  count = function(r, node)
    r:check_word(node[3], r.knows.outcome_words, "an outcome")
    r:check_word(node[4], r.knows.scale, "a level")
  end,
}
local area_checks = {
  at_least = function(r, node) r:check_word(node[3], r.knows.scale, "a grade") end,
  below = function(r, node) r:check_word(node[3], r.knows.scale, "a grade") end,
  share = judged_checks.share,
}

function Reading:check_interval(node, kind)
  if kind == "sample" then
    self:check_word(node[3], { "wilson", "clopper-pearson", "wald" }, "the method")
    self:check_level(node[4])
  else
    self:check_level(node[3])
  end
end

local counted = { [0] = "nothing", "one argument", "two arguments", "three arguments" }
local function how_many(n) return counted[n] or n .. " arguments" end
local several = { Call = true, Invoke = true, Dots = true } -- as the last argument it may be any number of them

-- What a method takes, the lexicon says.
function Reading:check_count(node, kind)
  local method, given = node[2][1], #node - 2
  local least, most = table.unpack(self.knows.methods[kind][method])
  local open = given > 0 and several[node[#node].tag]
  local fixed = open and given - 1 or given
  if fixed <= most and (open or given >= least) then return true end
  local wants = how_many(least) .. (most > least and " to " .. how_many(most) or "")
  self:tell(106, node[2], ("%s takes %s, and is given %s"):format(method, wants, how_many(fixed)), ("`peel help %s:%s` says which"):format(kind, method))
end

function Reading:check_arguments(node, base)
  local method, kind = node[2][1], kind_of(base)
  if not self:check_count(node, kind) then return end
  if kind == "judged" then
    if judged_checks[method] then judged_checks[method](self, node) end
  elseif kind == "area" then
    if area_checks[method] then area_checks[method](self, node) end
  elseif kind == "findings" then
    local id = method == "about" and is_string(node[3]) and node[3][1]
    if id and not self.knows.outcomes[id] then
      self:tell(108, node[3], ("the pack has no characteristic `%s`"):format(id), self:did_you_mean(id, listed(self.knows.outcomes)))
    end
  elseif kind == "outcome" then
    local word = method == "is" and node[3] and self:value(node[3])
    if word and word.is == "text" then self:check_answer(word.node, word.text, self.knows.outcome_words, "an outcome") end
  elseif comparisons[method] and (kind ~= "measure" or method:find "^surely") then
    self:check_proportion(node[3])
  elseif method == "rank" then
    self:check_word(node[3], { "lowest", "highest" }, "the end that it is counted from")
  elseif method == "interval" then
    self:check_interval(node, kind)
  elseif level_at[method] then
    if level_at[method] == 2 then self:check_other(node[3], base) end
    self:check_level(node[2 + level_at[method]])
  end
end

-- --- Answers ------------------------------------------------------------------------------------

function Reading:check_answer(node, word, list, what)
  if has(list, word) then return end
  self:tell(107, node, ("%s is never %s"):format(what, quoted(word)), self:did_you_mean(word, list) or ("it is %s"):format(any_of(list)))
end

-- What a method answers, where it is one of a few words.
function Reading:answers(value)
  if not value or value.is ~= "answer" then return nil end
  local method, kind = value.method, kind_of(value.of)
  if method == "compared_with" then return { "higher", "lower", "similar" } end
  if method == "change_from" then return { "improved", "declined", "similar", "higher", "lower" } end
  if method == "outlier" then return { "above", "below" } end
  if method == "outcome" and kind == "judged" then return self.knows.outcome_words end
  if method == "grade" and kind == "area" then return self.knows.scale end
  if method == "missing" and catalogues[kind .. "s"] then return self.knows.missing_words end
end

function Reading:check_equal(node)
  for i = 2, 3 do
    local word, list = self:value(node[i]), self:answers(self:value(node[5 - i]))
    if word and word.is == "text" and list then
      self:check_answer(word.node, word.text, list, (":%s(…)"):format(self:value(node[5 - i]).method))
    end
  end
end

local relations = { eq = true, ne = true, lt = true, le = true, gt = true, ge = true }

-- --- Operators ----------------------------------------------------------------------------------

local plain = { ["and"] = true, ["or"] = true, ["not"] = true, eq = true, ne = true }
local reads = { sample = ":proportion()", measure = ":rate() or :value()", finding = ":count() or :share()", estimate = ":value()" }
local by_methods = ":at_least(x), :at_most(x), :above(x), :below(x)"

function Reading:hint_for(op, kind)
  if kind == "survey" then return "a survey can be cited, never compared: say :cite()" end
  if not reads[kind] then return "ask one of its methods" end
  if op == "concat" then return 'give it a local name and let the message show it, "{name} …"' end
  if relations[op] then return "compare it by its methods: " .. by_methods end
  return "reckon with what its methods give: " .. reads[kind]
end

-- Evidence is no number and no text; == says only whether both are the same piece of it.
function Reading:check_operator(node)
  local op = node[1]
  for i = 2, #node do
    local value, other = self:value(node[i]), node[5 - i] and self:value(node[5 - i])
    local of = value and (value.is == "evidence" or value.is == "judged") and kind_of(value)
    local unlike = other and (other.is == "number" or other.is == "text" or other.is == "parameter" or other.is == "answer")
    if of and (not plain[op] or ((op == "eq" or op == "ne") and unlike)) then
      local done = relations[op] and "compared" or op == "concat" and "joined to a text" or "reckoned with"
      for k = 2, #node do self.bare[node[k]] = true end
      return self:tell(117, node, ("%s is %s by an operator"):format(called(of), done), self:hint_for(op, of))
    end
  end
end

-- --- Messages -----------------------------------------------------------------------------------

-- met "…": the word.
function Reading:word_of(node)
  local word = node and node.tag == "Call" and node[1].tag == "Id" and not node[1].var and node[1][1]
  return word and self.knows.answers[word] and word or nil
end

-- What a name of a message stands for, where all that it may be are the same.
function Reading:shown_value(text, name)
  local found
  for var in pairs(self.vars_named[name] or {}) do
    local home, at = var.line.parent and var.line.node, self.chain_of[text]
    while home and at and at.fn ~= home do at = at.outer end
    if at or not home then
      local value = self:var_value(var)
      if not value or (found and not (same_value(found, value) and found.id == value.id)) then return nil end
      found = value
    end
  end
  return found
end

-- The placeholder itself, where the text stands in the file as it is.
local function part_of(text, from, to)
  if text.end_offset - text.offset ~= #text[1] + 1 then return text end
  return { line = text.line, offset = text.offset + from, end_offset = text.offset + to }
end

function Reading:check_placeholders(text)
  for from, name, field, to in text[1]:gmatch "(){([%a_][%w_]*)%.([%a_][%w_]*)%%?}()" do
    local value = self:shown_value(text, name)
    if value and value.is == "evidence" and value.kind ~= "findings" then
      local at, has_it = part_of(text, from, to - 1), self.knows.methods[value.kind][field]
      local message = has_it and ("{%s.%s} shows no method"):format(name, field) or ("%s has no `%s`"):format(called(value.kind), field)
      self:tell(104, at, message, has_it and ("local %s = %s:%s(), then {%s}"):format(field, name, field, field) or ("{%s} shows it as people read it"):format(name))
    end
  end
end

local texts_not = { Number = "a number", True = "true", False = "false", Nil = "nothing", Table = "a table", Function = "a function" }

function Reading:check_message(node, word)
  local text = node[2]
  local value = text and self:value(text)
  local got = text and (texts_not[text.tag] or value and value.is == "evidence" and called(value.kind) or value and value.is == "parameter" and "a number")
  if is_string(text) then
    self:check_placeholders(text)
  elseif got then
    self:tell(106, text, ("%s wants a message, a text, and is given %s"):format(word, got), ('say why: %s "…"'):format(word))
  end
end

-- --- Ways through a rule ------------------------------------------------------------------------

-- A `break` of the loop whose body this is.
local function leaves(list)
  for _, node in ipairs(list) do
    if type(node) == "table" then
      local tag = node.tag
      if tag == "Break" or tag == "Goto" then return true end
      if tag ~= "Function" and tag ~= "While" and tag ~= "Repeat" and tag ~= "Fornum" and tag ~= "Forin" and leaves(node) then return true end
    end
  end
  return false
end

local ends_all
local raises = { error = true, met = true, partly_met = true, not_met = true, not_applicable = true, no_evidence = true } -- an answer that stands alone was meant to: P116

-- Does what stands here always return, raise, or go where we do not follow?
local function ends(node)
  local tag = node.tag
  if tag == "Return" or tag == "Goto" then return true end
  if tag == "Call" then return node[1].tag == "Id" and not node[1].var and raises[node[1][1]] end
  if tag == "Do" then return ends_all(node) end
  if tag == "While" then return node[1].tag == "True" and not leaves(node[2]) end
  if tag == "Repeat" then return not leaves(node[1]) and (ends_all(node[1]) or node[2].tag == "False") end
  if tag ~= "If" or #node % 2 == 0 then return false end
  for i = 2, #node, 2 do if not ends_all(node[i]) then return false end end
  return ends_all(node[#node])
end

function ends_all(list)
  for _, node in ipairs(list) do if ends(node) then return true end end
  return false
end

-- Every node of a function, not of those in it.
local function walk(list, visit)
  for i, node in ipairs(list) do
    if type(node) == "table" then
      visit(node, list, i)
      if node.tag ~= "Function" then walk(node, visit) end
    end
  end
end

-- What is returned, where it can be no answer: in words.
function Reading:no_answer(node)
  if node.tag == "String" then return "a text" end
  if texts_not[node.tag] then return texts_not[node.tag] end
  if node.tag == "Op" and node[1] ~= "and" and node[1] ~= "or" then
    return (relations[node[1]] or node[1] == "not") and "true or false" or node[1] == "concat" and "a text" or "a number"
  end
  local value = self:value(node)
  if not value or value.is == "text" then return value and "a text" end
  if value.is == "number" or value.is == "parameter" then return "a number" end
  if value.is == "evidence" then return called(value.kind) end
  if value.is == "answer" and self.knows.methods[kind_of(value.of)][value.method] then return (":%s(…)"):format(value.method) end
end

local answers_in_words = "met, partly_met, not_met, not_applicable or no_evidence"

function Reading:check_returns(fn)
  walk(fn[2], function(node)
    if node.tag ~= "Return" then return end
    local got = node[1] and self:no_answer(node[1]) or not node[1] and "nothing"
    if got then self:tell(119, node[1] or node, ("a rule answers by %s, and this returns %s"):format(answers_in_words, got), 'say why: return not_met "…"') end
  end)
  if ends_all(fn[2]) then return end
  local last = fn[2][#fn[2]] or fn
  local at = last.tag == "If" and last[1] or last
  self:tell(119, at, "some way through the rule ends without an answer", 'end it with a plain return: return not_met "…"')
end

-- Every Id of a function and of those in it.
local function each_id(list, visit)
  for _, node in ipairs(list) do
    if type(node) == "table" then
      if node.tag == "Id" then visit(node) end
      each_id(node, visit)
    end
  end
end

-- Is a local named here and nowhere else, not in a message either?
function Reading:is_idle(fn, name)
  local idle = name.var and not self:is_shown(name.var)
  each_id(fn[2], function(id) if id ~= name and id.var == name.var then idle = false end end)
  return idle
end

-- Does a rule use what it is given for no more than its name, or evidence that it never asks?
function Reading:reads_nothing(fn)
  local force, harmless, read = fn[1][1], {}, false
  if not force then return true end
  if not force.var then return false end
  walk(fn[2], function(node)
    if node.tag == "Index" and node[1].tag == "Id" and is_string(node[2]) and (node[2][1] == "id" or node[2][1] == "name") then harmless[node[1]] = true end
    for i, name in ipairs(node.tag == "Local" and node[1] or {}) do
      local value = node[2] and node[2][i] and self:value(node[2][i])
      if value and value.is == "evidence" and self:is_idle(fn, name) then each_id({ node[2][i] }, function(id) harmless[id] = true end) end
    end
  end)
  each_id(fn[2], function(id) if id.var == force.var and not harmless[id] then read = true end end)
  return not read
end

local judges = { met = true, partly_met = true, not_met = true }

function Reading:check_reading(fn)
  if not self:reads_nothing(fn) then return end
  local told = false
  walk(fn[2], function(node)
    local word = node.tag == "Return" and self:word_of(node[1])
    if not word or not judges[word] or told then return end
    told = true
    self:tell(118, node[1], ("the rule reads no evidence, and answers %s"):format(word), "what a grade rests on was there to be read; where nobody looked it is no_evidence")
  end)
end

-- Can the condition be `truth` because something is missing? Then how far it was read by then, and `what` has what is missing; else false.
function Reading:is_missing_where(node, truth, what)
  if node.tag == "Paren" then return self:is_missing_where(node[1], truth, what) end
  local value = self:value(node)
  if value and value.is == "answer" and value.method == "missing" and (catalogues[value.of.kind .. "s"] or value.of.kind == "finding") then
    what[#what + 1] = value.of
    return truth and node.end_offset
  end
  if node.tag ~= "Op" then return false end
  local op, a, b = node[1], node[2], node[3]
  if op == "not" then return self:is_missing_where(a, not truth, what) end
  if op == "and" or op == "or" then
    local first = self:is_missing_where(a, truth, what)
    if first and (op == "or") == truth then return first end -- the second is not asked
    return (self:is_missing_where(b, truth, what) or first) and node.end_offset
  end
  if op ~= "eq" and op ~= "ne" then return false end
  local same = (op == "eq") == truth
  return ((b.tag == "String" and same) or (b.tag == "Nil" and not same)) and self:is_missing_where(a, true, what)
end

-- May anything but what is missing have been read by then? What cannot be followed may. far: how far the condition was read.
function Reading:may_have_read(fn, condition, far, answer, what)
  local read = false
  local function of_missing(value)
    for _, one in ipairs(what) do if value and value.is == "evidence" and same_value(one, value) and one.id == value.id then return true end end
    return false
  end
  local function is_shown_only(text)
    for name in text[1]:gmatch "{([%a_][%w_]*)[^{}]*}" do
      local value = self:shown_value(text, name)
      if not (value and (value.is == "parameters" or value.is == "force" or of_missing(value))) then return false end
    end
    return true
  end
  walk(fn[2], function(node)
    local at = node.offset
    if not at or at > answer.end_offset or (at > far and at <= condition.end_offset) then return end
    if node.tag == "Invoke" then
      local base = self:value(node[1])
      local gives = base and base.kind == "findings" -- force.findings:here()
      if not gives and not (node[2][1] == "missing" and of_missing(base)) then read = true end
    elseif node.tag == "Call" then
      if not self:word_of(node) or not is_string(node[2]) or (node == answer and not is_shown_only(node[2])) then read = true end
    end
  end)
  return read
end

function Reading:check_missing_way(fn, condition, truth, last)
  local what, word = {}, last and last.tag == "Return" and self:word_of(last[1])
  local far = word and judges[word] and self:is_missing_where(condition, truth, what)
  if not far or self:may_have_read(fn, condition, far, last[1], what) then return end
  self:tell(120, last[1], ("%s rests on nothing but what is missing"):format(word), 'missing is never failing: return no_evidence "…", or not_applicable, or ask nothing')
end

-- A rule as a whole.
function Reading:check_rule(fn)
  self:check_returns(fn)
  self:check_reading(fn)
  walk(fn[2], function(node, list, i)
    if node.tag ~= "If" then return end
    for k = 1, #node - 1, 2 do self:check_missing_way(fn, node[k], true, node[k + 1][#node[k + 1]]) end
    if #node == 3 then self:check_missing_way(fn, node[1], false, node[3][#node[3]]) end
    if #node == 2 and ends_all(node[2]) then self:check_missing_way(fn, node[1], false, list[i + 1]) end
  end)
end

-- --- Conditions ---------------------------------------------------------------------------------

local constants = { True = true, False = false, Nil = false, Number = true, String = true, Table = true, Function = true }

-- Are both the same expression, without a call that might answer twice in two ways?
local function is_same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  if a.tag ~= b.tag or #a ~= #b or a.tag == "Call" or a.tag == "Function" or a.tag == "Table" then return false end
  if a.tag == "Id" then return a[1] == b[1] and a.var == b.var end
  for i = 1, #a do if not is_same(a[i], b[i]) then return false end end
  return true
end

local function of_numbers(op, a, b)
  if op == "eq" then return a == b elseif op == "ne" then return a ~= b elseif op == "lt" then return a < b
  elseif op == "le" then return a <= b elseif op == "gt" then return a > b else return a >= b end
end

-- true, false, or nil: it depends.
function Reading:constant(node)
  if node.tag == "Paren" then return self:constant(node[1]) end
  if constants[node.tag] ~= nil then return constants[node.tag] end
  local value = self:value(node)
  if value and (value.is == "evidence" or value.is == "parameter") then return true end
  if node.tag ~= "Op" then return nil end
  local op = node[1]
  if op == "not" then
    local inner = self:constant(node[2])
    if inner ~= nil then return not inner end
  elseif op == "and" or op == "or" then
    local a, b = self:constant(node[2]), self:constant(node[3])
    if op == "and" and (a == false or b == false) then return false end
    if op == "or" and (a == true or b == true) then return true end
    if a ~= nil and b ~= nil then return b end
  elseif relations[op] then
    local a, b = node[2], node[3]
    if a.tag == "Number" and b.tag == "Number" then return of_numbers(op, tonumber(a[1]), tonumber(b[1])) end
    if is_same(a, b) then return op == "eq" or op == "le" or op == "ge" end
  end
end

-- idle: the literal by which a loop says that it has no end of its own.
function Reading:check_condition(node, idle)
  local constant = self:constant(node)
  if constant == nil then
    if node.tag == "Op" and (node[1] == "and" or node[1] == "or") then
      self:check_condition(node[2])
      self:check_condition(node[3])
    end
  elseif node.tag ~= idle then
    local value = self:value(node.tag == "Op" and node[1] == "not" and node[2] or node)
    local evidence = value and value.is == "evidence"
    self:tell(115, node, ("this is always %s"):format(constant), evidence and "evidence is always something, missing or not: ask :missing(), or for its number" or nil)
  end
end

-- --- Thresholds ---------------------------------------------------------------------------------

local ordered = { lt = true, le = true, gt = true, ge = true }

-- None, and any or all, need no name.
function Reading:check_threshold(node)
  local value = node and self:value(node)
  if not value or value.is ~= "number" or value.number == 0 or value.number == 1 then return end
  if self.bare[value.node] then return end
  self.bare[value.node] = true
  self:tell(503, value.node, ("the threshold %s has no name"):format(self:written(value.node)), "make it a parameter, which says what it rests on and is printed with each result")
end

-- --- All of it ----------------------------------------------------------------------------------

-- within: the characteristic whose rule this is; nil: of none, or of several.
function Reading:look(node, within, in_rule)
  local tag = node.tag
  if tag == "Function" then
    if self.owner[node] ~= nil then within = self.owner[node] or nil end
    in_rule = true
    if self.named[node] == "judge" then self:check_rule(node) end
  elseif tag == "Index" then
    self:check_index(node, within)
  elseif tag == "Invoke" then
    local base = self:value(node[1])
    local known, level = base and (base.is == "evidence" or base.is == "judged"), level_at[node[2][1]]
    if known then self:check_method(node, base) end
    if comparisons[node[2][1]] and in_rule then self:check_threshold(node[3]) end
    if known and level and in_rule then self:check_threshold(node[2 + level]) end
  elseif tag == "Call" then
    local word = self:word_of(node)
    if word then self:check_message(node, word) end
  elseif tag == "Op" then
    self:check_operator(node)
    if node[1] == "eq" or node[1] == "ne" then self:check_equal(node) end
    if ordered[node[1]] and in_rule and not (node[2].tag == "Number" and node[3].tag == "Number") then
      self:check_threshold(node[2])
      self:check_threshold(node[3])
    end
  elseif tag == "If" then
    for i = 1, #node - 1, 2 do self:check_condition(node[i]) end
  elseif tag == "While" then
    self:check_condition(node[1], "True")
  elseif tag == "Repeat" then
    self:check_condition(node[2], "False")
  end
  for _, inner in ipairs(node) do if type(inner) == "table" then self:look(inner, within, in_rule) end end
end

return function(source, area, knows, nearest)
  local state = check_state.new(source)
  for _, stage in ipairs(stages) do stage.run(state) end
  local reading = setmetatable({
    state = state, area = area, knows = knows, nearest = nearest, list = {},
    values = {}, role = {}, named = {}, owner = {}, calls = {}, escaped = {}, texts = {}, var_at = {}, bare = {}, chain_of = {}, vars_named = {},
  }, Reading)
  for _, node in ipairs(state.ast) do reading:learn(node) end
  reading:tell_names()
  for _, node in ipairs(state.ast) do reading:look(node) end
  table.sort(reading.list, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    if a.column ~= b.column then return a.column < b.column end
    if a.code ~= b.code then return a.code < b.code end
    return a.message < b.message
  end)
  return reading.list
end
