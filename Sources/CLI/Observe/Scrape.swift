/// What the server said of itself at one time.
struct Scrape: Sendable {
    /// On a clock that does not jump.
    let nanoseconds: UInt64
    /// On the wall clock, since 1970.
    let unixMilliseconds: Int64
    let page: MetricsPage
    /// `nil` when the token may not see them.
    let instances: [LiveInstance]?
}
