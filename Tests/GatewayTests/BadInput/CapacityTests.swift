import Foundation
import Testing

@Suite(.timeLimit(.minutes(5)))
struct CapacityTests {
    @Test func `a call beyond the instances and the waiting room is refused with a time to come back`() async throws {
        try await withTestServer(["LIMIT_INSTANCES": "1", "LIMIT_WAITING": "0"]) { server in
            let id = try await server.deploy(Guest.endless)
            try await server.connect { running in
                try await running.send(Request.invoke(id))
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                let answer = try await server.invoke(id, #"{"export":"add","args":[1,2]}"#)
                try expectRefusal(answer, 503, "capacity_exhausted")
                #expect(answer["retry-after"] == "1")
                try await running.close()
            }
            #expect(try await server.metrics().invocations("rejected") == 1)
            try await server.expectHealthy()
            #expect(try await server.invoke(id, #"{"export":"add","args":[1,2]}"#).status == 200)
        }
    }

    @Test func `a call that waits longer than its deadline is refused`() async throws {
        try await withTestServer(["LIMIT_INSTANCES": "1"]) { server in
            let id = try await server.deploy(Guest.endless)
            try await server.connect { running in
                try await running.send(Request.invoke(id))
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                let answer = try await server.invoke(id, headers: ["x-tensorwasm-deadline-ms": "50"])
                try expectRefusal(answer, 503, "capacity_exhausted")
                try await running.close()
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a call that waits runs when an instance becomes free`() async throws {
        try await withTestServer(["LIMIT_INSTANCES": "1"]) { server in
            let id = try await server.deploy(Guest.endless)
            try await server.connect { running in
                try await running.send(Request.invoke(id))
                try await server.metrics(until: { $0["tensor_wasm_active_instances"] == 1 }, "the guest did not start")
                try await server.connect { waiting in
                    try await waiting.send(Request.invoke(id, #"{"export":"add","args":[1,2]}"#))
                    try await server.metrics(
                        until: { $0["tensor_wasm_admission_queue_depth"] == 1 }, "the second call does not wait")
                    try await running.close()
                    #expect(try await waiting.response().text == #"{"function_id":"\#(id)","result":[3]}"#)
                }
            }
            try await server.expectHealthy()
        }
    }

    @Test func `a module that has vanished from the disk is a fault of the server without its details`() async throws {
        try await withTemporaryDirectory { path in
            let data = path + "/data"
            let id = try await withTestServer(at: data) { try await $0.deploy(Guest.add) }
            for file in storedFiles(data) { try FileManager.default.removeItem(atPath: "\(data)/\(file)") }
            try await withTestServer(at: data) { server in
                let answer = try await server.invoke(id, #"{"export":"add","args":[1,2]}"#)
                let error = try expectRefusal(answer, 500, "internal")
                #expect(!error.message.contains("/"))
                try await server.expectHealthy()
            }
        }
    }

    @Test func `a data directory that is gone makes the server not ready`() async throws {
        try await withTestServer { server in
            #expect(try await server.request("GET", "/readyz").status == 200)
            try FileManager.default.moveItem(atPath: server.directory, toPath: server.directory + "-moved")
            let error = try expectRefusal(try await server.request("GET", "/readyz"), 503, "not_ready")
            #expect(!error.message.contains(server.directory))
            #expect(try await server.request("GET", "/healthz").status == 200)
            try FileManager.default.moveItem(atPath: server.directory + "-moved", toPath: server.directory)
            #expect(try await server.request("GET", "/readyz").status == 200)
        }
    }
}
