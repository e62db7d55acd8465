import Storage

extension BackupReport {
    /// For people: `2 functions, 1 modules, 0 jobs`.
    var text: String { "\(functions) functions, \(modules) modules, \(jobs) jobs" }

    /// The counts as members of an object.
    var members: [(String, JSONValue)] {
        [("functions", .integer(functions)), ("modules", .integer(modules)), ("jobs", .integer(jobs))]
    }
}
