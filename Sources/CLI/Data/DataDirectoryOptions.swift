import ArgumentParser

/// Where a server's data lies.
struct DataDirectoryOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Data directory; without it the one that a server started here would have.", valueName: "directory"),
        completion: .directory)
    var dataDir: String?

    @Option(
        help: ArgumentHelp("Configuration file of the server. Also TENSOR_WASM_CONFIG.", valueName: "file"),
        completion: .file())
    var config: String?

    /// - Throws: `SettingsError` when the settings have to be asked and hold a mistake.
    func path(in environment: [String: String]) throws -> String {
        if let dataDir { return dataDir }
        return try LocalSettings.load(["DATA_DIR"], environment: environment, configurationFile: config).dataDirectory
    }
}
