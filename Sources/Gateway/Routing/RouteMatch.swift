/// Which route a path belongs to, and the id in it.
struct RouteMatch {
    /// `nil` for a path of no route.
    let route: Route?
    /// The part that stands for `:id`, not checked in any way; empty where the route has none.
    let id: Substring.UTF8View

    /// - Parameter target: a request target: a path, with or without a query.
    init(target: String) {
        let path = Substring(target.utf8.prefix { $0 != UInt8(ascii: "?") }).utf8
        for family in Self.families where path.starts(with: family.prefix) {
            let rest = path.dropFirst(family.prefix.count)
            id = rest.prefix { $0 != UInt8(ascii: "/") }
            let tail = rest.dropFirst(id.count)
            route = id.isEmpty ? nil : family.tails.first { $0.text.elementsEqual(tail) }?.route
            return
        }
        id = Substring("").utf8
        route = Self.fixed.first { $0.path.elementsEqual(path) }?.route
    }

    private typealias Family = (prefix: [UInt8], tails: [(text: [UInt8], route: Route)])

    private static let parameter = Array(":id".utf8)

    /// The routes with an id, by what stands before it. Derived from the templates, so that the two cannot differ.
    private static let families: [Family] = {
        var families: [Family] = []
        for route in Route.allCases {
            let template = Array(route.template.utf8)
            guard let colon = template.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let prefix = Array(template[..<colon])
            let tail = (text: Array(template[(colon + parameter.count)...]), route: route)
            if let index = families.firstIndex(where: { $0.prefix == prefix }) {
                families[index].tails.append(tail)
            } else {
                families.append((prefix, [tail]))
            }
        }
        return families
    }()

    private static let fixed = Route.allCases.filter { !$0.template.contains(":") }.map {
        (path: Array($0.template.utf8), route: $0)
    }
}
