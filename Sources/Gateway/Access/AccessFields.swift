import HTTPTypes
import NIOHTTP1

/// The header fields by which it is decided who calls, for whom, and whether at all; every occurrence of each.
struct AccessFields: Sendable {
    var host: [String] = []
    var origin: [String] = []
    var authorization: [String] = []
    var tenant: [String] = []
    var forwardedCertificate: [String] = []
    var idempotencyKey: [String] = []
}

extension AccessFields {
    init(_ headers: HTTPHeaders) {
        // One pass: a look-up by name walks all fields each time.
        for (name, value) in headers {
            switch name.utf8.count {
            case 4 where name.lowercased() == "host": host.append(value)
            case 6 where name.lowercased() == "origin": origin.append(value)
            case 13 where name.lowercased() == "authorization": authorization.append(value)
            case 15 where name.lowercased() == "idempotency-key": idempotencyKey.append(value)
            case 19 where name.lowercased() == "x-tensorwasm-tenant": tenant.append(value)
            case 23 where name.lowercased() == "x-forwarded-client-cert": forwardedCertificate.append(value)
            default: break
            }
        }
    }

    init(_ request: HTTPRequest) {
        if let authority = request.authority { host.append(authority) }
        for field in request.headerFields {
            switch field.name.canonicalName {
            case "origin": origin.append(field.value)
            case "authorization": authorization.append(field.value)
            case "idempotency-key": idempotencyKey.append(field.value)
            case "x-tensorwasm-tenant": tenant.append(field.value)
            case "x-forwarded-client-cert": forwardedCertificate.append(field.value)
            default: break
            }
        }
    }
}
