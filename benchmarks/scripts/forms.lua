-- Sends each form of a file once, each from a network of its own: wrk -s forms.lua URL -- FILE NETWORK
-- A line of the file is a path, a space, and a body. NETWORK is the number of the first one: nobody sends twice.
local forms, number, last, network = {}, 0, 0, 0

function init(args)
  for line in io.lines(args[1]) do
    local path, body = line:match("^(%S+) (.*)$")
    forms[#forms + 1] = { path, body }
  end
  network, last = tonumber(args[2]), #forms
end

function request()
  number = number + 1
  local form = forms[(number - 1) % last + 1]
  network = network + 1
  local address = string.format("10.%d.%d.%d", math.floor(network / 65536) % 256, math.floor(network / 256) % 256, network % 256)
  return wrk.format("POST", form[1], {
    ["Content-Type"] = "application/x-www-form-urlencoded",
    ["Sec-Fetch-Site"] = "same-origin",
    ["X-Forwarded-For"] = address,
  }, form[2])
end
