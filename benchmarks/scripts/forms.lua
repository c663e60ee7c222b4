-- Sends each form of a file once, each from a network of its own: wrk -s forms.lua URL -- FILE FIRST
-- A line of the file is a path, a space, and a body. FIRST is the number of the first line that is sent.
local forms, number, last = {}, 0, 0

function init(args)
  for line in io.lines(args[1]) do
    local path, body = line:match("^(%S+) (.*)$")
    forms[#forms + 1] = { path, body }
  end
  number, last = tonumber(args[2]) - 1, #forms
end

function request()
  number = number + 1
  local form = forms[(number - 1) % last + 1]
  local network = string.format("10.%d.%d.%d", math.floor(number / 65536) % 256, math.floor(number / 256) % 256, number % 256)
  return wrk.format("POST", form[1], {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Sec-Fetch-Site"] = "same-origin",
    ["X-Forwarded-For"] = network,
  }, form[2])
end
