import Foundation
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(5)))
struct OpenAPITests {
    /// The document as it is served.
    private func document() async throws -> [String: Any] {
        try await withTestServer { server in
            let response = try await server.request("GET", "/openapi.json")
            #expect(response.status == 200)
            #expect(response["content-type"] == "application/json")
            return try #require(try JSONSerialization.jsonObject(with: Data(response.body)) as? [String: Any])
        }
    }

    @Test func `the document describes exactly the routes and methods that are answered`() async throws {
        let document = try await document()
        #expect((document["openapi"] as? String)?.hasPrefix("3.1") == true)
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let methods: Set = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
        let described = paths.flatMap { path, item in
            item.keys.filter(methods.contains).map { "\($0.uppercased()) \(path)" }
        }
        // `HEAD` follows from `GET` for every route and is described once, in words.
        let answered = Route.allCases.flatMap { route in
            route.methods.filter { $0 != "HEAD" }.map { "\($0) \(route.template.replacing(":id", with: "{id}"))" }
        }
        #expect(Set(described) == Set(answered))
        #expect(described.count == answered.count)
    }

    @Test func `the document's kinds of errors and the server's are the same`() async throws {
        var described: Set<String> = []
        collectKinds(try await document(), into: &described)
        #expect(described.subtracting(APIError.Kind.allCases.map(\.rawValue)) == [], "described and never answered")
        #expect(Set(APIError.Kind.allCases.map(\.rawValue)).subtracting(described) == [], "answered and not described")
    }

    @Test func `an error is described under the status with which it is answered`() async throws {
        let document = try await document()
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        for (path, item) in paths {
            for (method, operation) in item {
                guard let responses = (operation as? [String: Any])?["responses"] as? [String: Any] else { continue }
                for (status, response) in responses {
                    var kinds: Set<String> = []
                    collectKinds(resolve(response, in: document), into: &kinds)
                    for kind in kinds.compactMap(APIError.Kind.init) {
                        #expect("\(kind.status)" == status, "\(method) \(path): \(kind.rawValue)")
                    }
                }
            }
        }
    }

    /// Follows a reference within the document.
    private func resolve(_ node: Any, in document: [String: Any]) -> Any {
        guard let reference = (node as? [String: Any])?["$ref"] as? String else { return node }
        return reference.split(separator: "/").dropFirst().reduce(document as Any) { node, key in
            (node as? [String: Any])?[String(key)] ?? [:] as [String: Any]
        }
    }

    /// The values that any schema below allows for a property `kind`.
    private func collectKinds(_ node: Any, into kinds: inout Set<String>) {
        if let object = node as? [String: Any] {
            if let kind = object["kind"] as? [String: Any], let values = kind["enum"] as? [String] {
                kinds.formUnion(values)
            }
            for value in object.values { collectKinds(value, into: &kinds) }
        } else if let array = node as? [Any] {
            for value in array { collectKinds(value, into: &kinds) }
        }
    }
}
