import Testing

@testable import Settings

@Suite struct ValueSyntaxTests {
    @Test(
        "A malformed value is refused with its key and origin from every source",
        arguments: [
            ("LISTEN_ADDR", "listen_addr", "127.0.0.1"), ("LOG", "log", "verbose"), ("LOG", "log", "INFO"),
            ("LOG_FORMAT", "log_format", "xml"), ("ALLOW_PLAINTEXT_PUBLIC", "allow_plaintext_public", "yes"),
            ("ALLOW_PLAINTEXT_PUBLIC", "allow_plaintext_public", "TRUE"), ("COMPILE_THREADS", "compile_threads", "two"),
            ("DRAIN_DELAY_MS", "drain_delay_ms", "1s"), ("DATA_DIR", "data_dir", #""\x07bell""#),
        ])
    func malformed(suffix: String, key: String, text: String) {
        let variable = failure(environment: ["TENSOR_WASM_" + suffix: text.replacing(#"\x07"#, with: "\u{7}")])
        #expect(variable?.code == .malformedValue)
        #expect(variable?.key == "TENSOR_WASM_" + suffix)
        #expect(variable?.origin == .environment)
        let line = failure(file: "\(key): \(text)")
        #expect(line?.code == .malformedValue)
        #expect(line?.key == key)
        #expect(line?.origin == .file)
    }

    @Test(
        "An integer is decimal digits and nothing else",
        arguments: ["+1", "-1", "1_0", " 1", "1 ", "01", "0x10", "1.0", "1e1", "١", "", "1\n"])
    func strictIntegers(text: String) {
        #expect(failure(environment: ["TENSOR_WASM_LIMIT_INSTANCES": text])?.code == .malformedValue)
    }

    @Test("A number that no integer can hold is out of range, not malformed")
    func hugeIntegers() {
        let huge = "99999999999999999999999999"
        #expect(failure(environment: ["TENSOR_WASM_LIMIT_INSTANCES": huge])?.code == .outOfRange)
        #expect(failure(environment: ["TENSOR_WASM_LIMIT_BODY_BYTES": huge])?.code == .outOfRange)
        #expect(failure(environment: ["TENSOR_WASM_LIMIT_BODY_BYTES": "9007199254740992GiB"])?.code == .outOfRange)
    }

    @Test(
        "A size is bytes with an optional binary suffix",
        arguments: [("65536", 65536), ("64KiB", 64 << 10), ("3MiB", 3 << 20), ("1GiB", 1 << 30)])
    func sizes(text: String, bytes: Int) throws {
        #expect(try load(environment: ["TENSOR_WASM_LIMIT_MODULE_BYTES": text]).limits.moduleBytes == bytes)
    }

    @Test(
        "Other suffixes and spellings of a size are refused",
        arguments: ["64 MiB", "64MB", "64mib", "64M", "MiB", "-1KiB", "1.5MiB", "1KiBMiB", "064KiB", "64KiB "])
    func malformedSizes(text: String) {
        #expect(failure(environment: ["TENSOR_WASM_LIMIT_BODY_BYTES": text])?.code == .malformedValue)
    }

    @Test("A size is written with the largest unit that divides it, and reads back as itself")
    func sizesRoundTrip() throws {
        let written = [0: "0", 1: "1", 1 << 10: "1KiB", 1536: "1536", 5 << 20: "5MiB", 4 << 30: "4GiB"]
        for (bytes, text) in written {
            #expect(ByteCount.format(bytes) == text)
            #expect(try ByteCount.parse(text) == bytes)
        }
    }

    @Test("A boolean may be written as a word or a digit")
    func booleans() throws {
        for (text, value) in [("true", true), ("1", true), ("false", false), ("0", false)] {
            let settings = try load(environment: ["TENSOR_WASM_ALLOW_PLAINTEXT_PUBLIC": text])
            #expect(settings.allowPlaintextPublic == value)
        }
    }

    @Test("An empty value is a mistake in every setting and every source", arguments: SettingsReference.settings)
    func emptyValues(setting: SettingDescriptor) {
        #expect(failure(environment: [setting.variable: ""])?.code == .malformedValue)
        if let flag = setting.flag {
            #expect(failure(flags: [flag: ""])?.code == .malformedValue)
        }
    }

    @Test("A value longer than the limit of a setting's text is refused")
    func longValues() throws {
        let longest = FixedLimits.settingValueBytes.value
        let path = String(repeating: "p", count: longest)
        #expect(try load(flags: ["data-dir": path]).dataDirectory == path)
        let error = failure(flags: ["data-dir": path + "p"])
        #expect(error?.code == .malformedValue)
        #expect((error?.description.utf8.count ?? .max) < 300)
    }

    @Test("An error shows the value without control characters")
    func errorsAreOneSafeLine() {
        let error = failure(environment: ["TENSOR_WASM_LOG": "x\n\u{1B}[31m\"é"])
        #expect(error?.description.contains(#""x\u{a}\u{1b}[31m\"\u{e9}""#) == true)
    }

    @Test("Time spans keep their exact value in their unit")
    func timeSpans() throws {
        let settings = try load(environment: [
            "TENSOR_WASM_DRAIN_DELAY_MS": "1234", "TENSOR_WASM_LIMIT_DEADLINE_MS": "1",
            "TENSOR_WASM_LIMIT_REQUEST_READ_SECONDS": "3600",
        ])
        #expect(settings.drainDelay == .milliseconds(1234))
        #expect(settings.entry("DRAIN_DELAY_MS")?.shownValue == "1234")
        #expect(settings.limits.deadline == .milliseconds(1))
        #expect(settings.limits.requestRead == .seconds(3600))
        #expect(settings.entry("LIMIT_REQUEST_READ_SECONDS")?.shownValue == "3600")
    }
}
