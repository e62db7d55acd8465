import Dispatch
import Glibc
import Testing

@testable import Telemetry

struct AuditLogTests {
    private let reports = Heard<AuditReport>()
    private let metrics = sampleMetrics()

    private func log(
        _ output: (any AuditOutput)?, synchronizes: Bool = false, records: Int = 8_192
    ) -> AuditLog {
        let queue = AuditQueue(recordLimit: records)
        return AuditLog(output: output, metrics: metrics, synchronizes: synchronizes, queue: queue) { [reports] in
            reports.append($0)
        }
    }

    private func log(file path: String) throws -> AuditLog {
        try AuditLog(destination: .file(path: path), metrics: metrics) { [reports] in reports.append($0) }
    }

    private func numbers(in lines: String) throws -> [UInt64] {
        let heard = Heard<UInt64>()
        try heard.append(numbersIn: lines)
        return heard.values
    }

    @Test func `records are in the file when the log is closed, in their order`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            let log = try log(file: path)
            for number in 0..<UInt64(2_000) { #expect(log.record(sampleRecord(number))) }
            #expect(await log.close() == 0)
            #expect(try numbers(in: text(ofFile: path)) == Array(0..<2_000))
            #expect(metrics.written.value == 2_000)
            #expect(metrics.dropped.value == 0)
            #expect(reports.values == [])
        }
    }

    @Test func `a record that nobody waits for is written without another one to push it`() async throws {
        let written = DispatchSemaphore(value: 0)
        let log = log(NotingOutput { written.signal() })
        log.record(sampleRecord())
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                written.wait()
                continuation.resume()
            }
        }
        await log.close()
        #expect(metrics.written.value == 1)
    }

    @Test func `a durable record is in the file when its call goes on`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            let log = try log(file: path)
            for number in 0..<UInt64(20) {
                try await log.recordDurably(sampleRecord(number))
                #expect(try numbers(in: text(ofFile: path)).last == number)
            }
            await log.close()
        }
    }

    @Test func `without a destination everything succeeds and nothing is counted`() async throws {
        let log = try AuditLog(destination: .none, metrics: metrics) { _ in }
        #expect(!log.isRecording)
        #expect(log.record(sampleRecord()))
        try await log.recordDurably(sampleRecord())
        try await log.reopen()
        #expect(await log.close() == 0)
        #expect(metrics.written.value == 0)
    }

    @Test func `a file that cannot be opened is an error at the start`() {
        #expect(throws: TelemetryError.self) {
            try AuditLog(destination: .file(path: "/nowhere/audit.log"), metrics: metrics) { _ in }
        }
    }

    @Test func `a full disk drops records, fails those who wait, and is told once`() async throws {
        let full = AuditDescriptor(number: open("/dev/full", O_WRONLY), isOwned: true)
        let log = log(AuditStandardOutput(descriptor: full))
        for _ in 0..<10 {
            await #expect(throws: TelemetryError.self) { try await log.recordDurably(sampleRecord()) }
        }
        log.record(sampleRecord())
        await log.close()
        #expect(metrics.dropped.value == 11)
        #expect(metrics.written.value == 0)
        #expect(reports.values == [.losing(.writeFailed(reason: "No space left on device"))])
    }

    @Test func `when there is room again the line that was cut is completed and recovery is told`() async throws {
        let output = ScriptedOutput()
        output.setRoom(100)
        let log = log(output)
        await #expect(throws: TelemetryError.self) { try await log.recordDurably(sampleRecord(1)) }
        await #expect(throws: TelemetryError.self) { try await log.recordDurably(sampleRecord(2)) }
        #expect(metrics.dropped.value == 1)
        output.setRoom(.max)
        try await log.recordDurably(sampleRecord(3))
        await log.close()
        #expect(try numbers(in: output.files[0]) == [1, 3])
        #expect(metrics.written.value == 2)
        #expect(metrics.dropped.value == 1)
        #expect(
            reports.values == [
                .losing(.writeFailed(reason: "No space left on device")), .recovered(dropped: 1),
            ])
    }

    @Test func `a line that was cut and cannot be completed counts as dropped at the end`() async throws {
        let output = ScriptedOutput()
        output.setRoom(100)
        let log = log(output)
        await #expect(throws: TelemetryError.self) { try await log.recordDurably(sampleRecord(1)) }
        #expect(metrics.dropped.value == 0)
        #expect(await log.close() == 1)
        #expect(metrics.dropped.value == 1)
    }

    @Test func `a full queue refuses at once, and recovery is told when it has been emptied`() async throws {
        let gate = DispatchSemaphore(value: 0)
        let output = ScriptedOutput(gate: gate)
        let log = log(output, records: 4)
        let answers = Heard<Bool>()
        for number in 0..<UInt64(4) { log.record(sampleRecord(number)) { answers.append($0) } }
        #expect(answers.values == [])
        #expect(!log.record(sampleRecord(4)))
        log.record(sampleRecord(5)) { answers.append($0) }
        #expect(answers.values == [false])
        #expect(metrics.dropped.value == 2)
        #expect(reports.values == [.losing(.queueFull)])
        for _ in 0..<4 { gate.signal() }
        #expect(await log.close() == 0)
        #expect(answers.values == [false, true, true, true, true])
        #expect(try numbers(in: output.files[0]) == [0, 1, 2, 3])
        #expect(reports.values == [.losing(.queueFull), .recovered(dropped: 2)])
    }

    @Test func `records after the end are dropped`() async throws {
        let log = log(ScriptedOutput())
        await log.close()
        #expect(!log.record(sampleRecord()))
        await #expect(throws: TelemetryError.self) { try await log.recordDurably(sampleRecord()) }
        #expect(metrics.dropped.value == 2)
        #expect(reports.values == [.losing(.closed)])
        #expect(await log.close() == 0)
    }

    @Test func `renaming the file again and again loses nothing and doubles nothing`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            let log = try log(file: path)
            await withTaskGroup { group in
                for task in 0..<UInt64(4) {
                    group.addTask {
                        for number in 0..<UInt64(1_000) { log.record(sampleRecord(task * 1_000 + number)) }
                    }
                }
                group.addTask {
                    for turn in 0..<50 {
                        rename(path, "\(path).\(turn)")
                        try? await log.reopen()
                    }
                }
            }
            await log.close()
            let heard = Heard<UInt64>()
            for path in [path] + (0..<50).map({ "\(path).\($0)" }) { try heard.append(numbersIn: text(ofFile: path)) }
            #expect(heard.values.sorted() == Array(0..<4_000))
        }
    }

    @Test func `a reopening that fails is an error and recording goes on`() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory + "/audit.log"
            let log = try log(file: path)
            #expect(rename(path, path + ".1") == 0)
            #expect(symlink("/dev/null", path) == 0)
            await #expect(throws: TelemetryError.self) { try await log.reopen() }
            try await log.recordDurably(sampleRecord(7))
            await log.close()
            #expect(try numbers(in: text(ofFile: path + ".1")) == [7])
        }
    }

    @Test func `nobody waits for a pipe that is never read, not even at the end`() async throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let size = PipeSize.bytes(ends[1])
        let descriptor = AuditDescriptor(number: ends[1], isOwned: true)
        #expect(try descriptor.write([UInt8](repeating: 10, count: size)[...]) == size)
        let log = log(AuditStandardOutput(descriptor: descriptor))
        let answers = Heard<Bool>()
        for number in 0..<UInt64(100) { log.record(sampleRecord(number)) { answers.append($0) } }
        #expect(await log.close(within: .milliseconds(20)) == 100)
        #expect(answers.values.allSatisfy { !$0 })
        close(ends[0])
    }

    @Test func `what is synchronized is synchronized once for all who wait, and not for others`() async throws {
        let output = ScriptedOutput()
        let log = log(output, synchronizes: true)
        log.record(sampleRecord())
        await log.close()
        #expect(output.state.withLock { $0.synchronizations } == 0)
        let second = ScriptedOutput()
        let strict = self.log(second, synchronizes: true)
        try await strict.recordDurably(sampleRecord())
        #expect(second.state.withLock { $0.synchronizations } == 1)
        second.state.withLock { $0.isSynchronizable = false }
        await #expect(throws: TelemetryError.self) { try await strict.recordDurably(sampleRecord()) }
        await strict.close()
        #expect(reports.values.first == .losing(.writeFailed(reason: "Input/output error")))
    }

    @Test func `each record of many threads is answered once and written once`() async throws {
        let output = ScriptedOutput()
        let log = log(output)
        let answers = Heard<Bool>()
        await withTaskGroup { group in
            for task in 0..<UInt64(8) {
                group.addTask {
                    for number in 0..<UInt64(200) {
                        if number.isMultiple(of: 2) {
                            log.record(sampleRecord(task * 200 + number))
                        } else {
                            log.record(sampleRecord(task * 200 + number)) { answers.append($0) }
                        }
                    }
                }
            }
        }
        await log.close()
        #expect(answers.values == [Bool](repeating: true, count: 800))
        #expect(try numbers(in: output.files[0]).sorted() == Array(0..<1_600))
    }
}

/// Tells of each write.
private struct NotingOutput: AuditOutput {
    let writeLimit = Int.max
    let endsInsideLine = false
    let note: @Sendable () -> Void

    func write(_ bytes: ArraySlice<UInt8>) -> Int {
        note()
        return bytes.count
    }

    func synchronize() {}

    func reopen() -> Bool { false }
}
