/// Which route a path belongs to, and the id in it.
struct RouteMatch {
    /// `nil` for a path of no route.
    let route: Route?
    /// The part that stands for `:id`, not checked in any way; empty where the route has none.
    let id: Substring.UTF8View

    /// - Parameter target: a request target: a path, with or without a query.
    init(target: String) {
        let path = target.utf8.prefix { $0 != UInt8(ascii: "?") }
        self.init(path: Substring(path).utf8)
    }

    private init(path: Substring.UTF8View) {
        let none = Substring("").utf8
        guard path.starts(with: Self.functionsPrefix) else {
            (route, id) = (Self.fixed.first { $0.path.elementsEqual(path) }?.route, none)
            return
        }
        let rest = path.dropFirst(Self.functionsPrefix.count)
        let id = rest.prefix { $0 != UInt8(ascii: "/") }
        let tail = rest.dropFirst(id.count)
        if id.isEmpty {
            (route, self.id) = (nil, none)
        } else if tail.isEmpty {
            (route, self.id) = (.function, id)
        } else if tail.elementsEqual(Self.invokeSuffix) {
            (route, self.id) = (.invoke, id)
        } else {
            (route, self.id) = (nil, none)
        }
    }

    private static let functionsPrefix = Array("/functions/".utf8)
    private static let invokeSuffix = Array("/invoke".utf8)
    private static let fixed = [Route.healthz, .readyz, .metrics, .openapi, .functions].map {
        (path: Array($0.template.utf8), route: $0)
    }
}
