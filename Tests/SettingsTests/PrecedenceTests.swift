import Testing

@testable import Settings

@Suite struct PrecedenceTests {
    /// One row of the precedence table: which sources give a value, and whose value is in force.
    struct Row: Sendable {
        let flag: Bool
        let environment: Bool
        let file: Bool
        let winner: SettingOrigin
    }

    static let table = [
        Row(flag: true, environment: true, file: true, winner: .flag),
        Row(flag: true, environment: true, file: false, winner: .flag),
        Row(flag: true, environment: false, file: true, winner: .flag),
        Row(flag: true, environment: false, file: false, winner: .flag),
        Row(flag: false, environment: true, file: true, winner: .environment),
        Row(flag: false, environment: true, file: false, winner: .environment),
        Row(flag: false, environment: false, file: true, winner: .file),
        Row(flag: false, environment: false, file: false, winner: .default),
    ]

    @Test("The strongest source that gives a value wins", arguments: table)
    func strongestSourceWins(row: Row) throws {
        let settings = try load(
            flags: row.flag ? ["addr": "127.0.0.1:1"] : [:],
            environment: row.environment ? ["TENSOR_WASM_LISTEN_ADDR": "127.0.0.1:2"] : [:],
            file: row.file ? "listen_addr: 127.0.0.1:3" : nil)
        let ports: [SettingOrigin: Int] = [.flag: 1, .environment: 2, .file: 3, .default: 8080]
        #expect(settings.listenAddress.port == ports[row.winner])
        #expect(settings.entry("LISTEN_ADDR")?.origin == row.winner)
    }

    @Test("Origins compare by precedence")
    func originsCompareByPrecedence() {
        #expect(SettingOrigin.allCases.sorted() == [.flag, .environment, .file, .default])
    }

    @Test("Sources are merged setting by setting")
    func sourcesAreMerged() throws {
        let settings = try load(
            flags: ["data-dir": "/data"],
            environment: ["TENSOR_WASM_LIMIT_WAITING": "7"],
            file: "limit:\n  waiting: 9\n  instances: 11\nlog: debug")
        #expect(settings.dataDirectory == "/data")
        #expect(settings.limits.waiting == 7)
        #expect(settings.limits.instances == 11)
        #expect(settings.logLevel == .debug)
    }

    @Test("A malformed value stops the start even where a stronger source overrides it")
    func shadowedValuesAreChecked() {
        let error = failure(flags: ["addr": "127.0.0.1:0"], environment: ["TENSOR_WASM_LISTEN_ADDR": "nonsense"])
        #expect(error?.code == .malformedValue)
        #expect(error?.key == "TENSOR_WASM_LISTEN_ADDR")
        #expect(error?.origin == .environment)
    }

    @Test("A flag that no setting declares is refused by name")
    func unknownFlag() {
        let error = failure(flags: ["adr": "127.0.0.1:0"])
        #expect(error?.code == .unknownKey)
        #expect(error?.key == "--adr")
    }

    @Test("The data directory follows the XDG rule")
    func dataDirectoryDefault() throws {
        #expect(try load().dataDirectory == "/home/operator/.local/share/tensor-wasm")
        #expect(try load(environment: ["XDG_DATA_HOME": "/xdg"]).dataDirectory == "/xdg/tensor-wasm")
        #expect(
            try load(environment: ["XDG_DATA_HOME": "relative"]).dataDirectory
                == "/home/operator/.local/share/tensor-wasm")
    }

    @Test("Without a home directory the error asks for the flag of the data directory")
    func noHome() {
        for environment in [["HOME": ""], ["HOME": "relative"]] {
            let error = failure(environment: environment)
            #expect(error?.code == .missingValue)
            #expect(error?.description.contains("--data-dir") == true)
        }
        #expect(failure(flags: ["data-dir": "/data"], environment: ["HOME": ""]) == nil)
    }
}
