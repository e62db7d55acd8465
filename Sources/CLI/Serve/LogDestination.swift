import Logging
import Settings

/// Where and how log lines are written: standard error, as text or as one JSON object a line.
enum LogDestination {
    static func factory(_ settings: Settings) -> @Sendable (String) -> any LogHandler {
        let level = Logger.Level(rawValue: settings.logLevel.rawValue) ?? .info
        let format = settings.logFormat
        return { label in
            var handler: any LogHandler =
                switch format {
                case .text: StreamLogHandler.standardError(label: label)
                case .json: JSONLogHandler(label: label)
                }
            handler.logLevel = level
            return handler
        }
    }
}
