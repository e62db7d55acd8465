-- One request, repeated: method, path, body and headers come as arguments; figures leave as one JSON line.
function init(arguments)
    wrk.method, wrk.path = arguments[1], arguments[2]
    if arguments[3] ~= "" then
        wrk.body = arguments[3]
        wrk.headers["Content-Type"] = "application/json"
    end
    for index = 4, #arguments do
        local name, value = arguments[index]:match("^([^:]+): (.*)$")
        wrk.headers[name] = value
    end
end

function done(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        'FIGURES {"count":%d,"seconds":%.6f,"refused":%d,"broken":%d,' ..
            '"p50_us":%d,"p95_us":%d,"p99_us":%d,"max_us":%d}\n',
        summary.requests, summary.duration / 1e6, errors.status,
        errors.connect + errors.read + errors.write + errors.timeout,
        latency:percentile(50), latency:percentile(95), latency:percentile(99), latency.max))
end
