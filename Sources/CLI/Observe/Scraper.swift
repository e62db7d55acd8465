import WasmEngine

/// Asks the server for what the board needs.
struct Scraper {
    let client: ServerClient
    /// Asked for by the metrics page, where it is another than the API's.
    let metricsToken: String?

    /// - Throws: ``CommandError`` when the metrics cannot be had; the instances are left out then.
    func scrape() async throws(CommandError) -> Scrape {
        let page = try MetricsReader.read(try await client.send(ServerRequest(path: "/metrics", token: metricsToken)))
        // Taken between both answers: that of the metrics is what the rates come from.
        let (nanoseconds, unixMilliseconds) = (EpochTicker.now(), UnixTime.milliseconds())
        return Scrape(
            nanoseconds: nanoseconds, unixMilliseconds: unixMilliseconds, page: page, instances: try await instances())
    }

    /// Those of everybody, or of the own tenant for a token that may see no others, or none for one that may see none.
    private func instances() async throws(CommandError) -> [LiveInstance]? {
        for ofAllTenants in [true, false] {
            do throws(CommandError) {
                return try await client.instances(ofAllTenants: ofAllTenants).instances
            } catch {
                // A server that is gone would not answer the second question either.
                if error.kind == "unreachable" { throw error }
            }
        }
        return nil
    }
}
