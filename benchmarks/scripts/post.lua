-- Sends the same form again and again: wrk -s post.lua URL -- BODY
wrk.method = "POST"
wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
wrk.headers["Sec-Fetch-Site"] = "same-origin"

function init(args)
  wrk.body = args[1] or ""
end
