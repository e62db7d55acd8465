import Foundation
import Testing

/// What a data directory holds when its server is gone.
struct RestartTests {
    private static let quick = ["TENSOR_WASM_DRAIN_DELAY_MS": "0"]

    @Test func `functions survive a restart, which compiles nothing`() async throws {
        try await withTemporaryDirectory { directory in
            let id = try await ServerProcess.with(dataDirectory: directory, environment: Self.quick) { server in
                let id = try await server.deploy(Guests.add, name: "add")
                #expect(await server.stop() == 0)
                return id
            }
            try await ServerProcess.with(dataDirectory: directory, environment: Self.quick) { server in
                let answer = try await server.invoke(id, #"{"export":"add","args":[2,40]}"#)
                #expect(answer.body == #"{"function_id":"\#(id)","result":[42]}"#)
                let metrics = try await server.send("/metrics").body
                #expect(metrics.contains(#"tensor_wasm_module_cache_hits_total{tier="compile"} 0"# + "\n"))
                #expect(metrics.contains(#"tensor_wasm_module_cache_hits_total{tier="disk"} 1"# + "\n"))
                #expect(metrics.contains("\ntensor_wasm_functions 1\n"))
            }
        }
    }

    @Test func `a server killed during uploads leaves whole functions only, and all that it had answered`() async throws
    {
        try await withTemporaryDirectory { directory in
            let acknowledged = try await ServerProcess.with(dataDirectory: directory) { server in
                try await Self.upload(to: server, killAfter: 8)
            }
            #expect(acknowledged.count >= 8)
            try await ServerProcess.with(dataDirectory: directory) { server in
                let list = try await server.send("/functions?limit=1000").body
                let functions = list.matches(of: /"id":"([-0-9a-f]{36})","name":"n([0-9]+)"/)
                    .map { (id: String($0.1), number: String($0.2)) }
                #expect(Set(acknowledged).isSubset(of: functions.map(\.id)))
                for function in functions {
                    let answer = try await server.invoke(function.id, #"{"export":"number"}"#)
                    #expect(answer.body == #"{"function_id":"\#(function.id)","result":[\#(function.number)]}"#)
                }
            }
        }
    }

    /// Uploads on several connections until the server is gone, which is killed after some answers.
    /// - Returns: the ids that were answered.
    private static func upload(to server: ServerProcess, killAfter count: Int) async throws -> [String] {
        await withTaskGroup(of: [String].self) { uploads in
            for lane in 0..<4 {
                uploads.addTask {
                    var ids: [String] = []
                    for number in 0..<1_000 {
                        let value = lane * 1_000 + number
                        guard let id = try? await server.deploy(Guests.constant(value), name: "n\(value)") else {
                            break
                        }
                        ids.append(id)
                        // The others are in the middle of something at this moment.
                        if lane == 0, ids.count == count { server.process.signal(SIGKILL) }
                    }
                    return ids
                }
            }
            return await uploads.reduce(into: []) { $0 += $1 }
        }
    }
}
