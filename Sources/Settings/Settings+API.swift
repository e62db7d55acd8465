extension Settings {
    /// The settings of the HTTP API; `TENSOR_WASM_API_…`.
    public struct API: Sendable {
        /// The token that `/metrics` asks for; without one it is open.
        public let metricsToken: Secret?

        init<Reader: SettingReading>(reading reader: inout Reader) throws(Reader.Failure) {
            metricsToken = try reader.read(
                Setting(
                    "API_METRICS_TOKEN", .optional(.bearerToken), default: .value(nil),
                    "Bearer token that `GET /metrics` asks for. Without one, everybody who reaches the server reads "
                        + "the metrics."))
        }
    }
}
