import Foundation
import Testing

/// How a server ends when it is asked to.
struct ShutdownTests {
    @Test func `a call in progress is answered before the server ends with status 0`() async throws {
        try await withTemporaryDirectory { directory in
            try await ServerProcess.with(dataDirectory: directory) { server in
                let id = try await server.deploy(Guests.sleep(milliseconds: 2_000), name: "sleep")
                async let answer = server.invoke(id, #"{"export":"sleep"}"#)
                try await server.awaitInstance()

                server.process.signal(SIGTERM)
                try await server.awaitDraining()
                #expect(try await answer.status == 200)
                #expect(await server.process.status == 0)
            }
        }
    }

    @Test func `a second signal ends the server at once`() async throws {
        try await withTemporaryDirectory { directory in
            let patience = ["TENSOR_WASM_DRAIN_DELAY_MS": "600000"]
            try await ServerProcess.with(dataDirectory: directory, environment: patience) { server in
                let id = try await server.deploy(Guests.spin, name: "spin")
                async let answer = server.invoke(id, #"{"export":"spin"}"#)
                try await server.awaitInstance()

                server.process.signal(SIGTERM)
                try await server.awaitDraining()
                server.process.signal(SIGTERM)
                #expect(await server.process.status == 128 + SIGTERM)
                #expect(try await answer.status == 0)
            }
        }
    }
}

extension ServerProcess {
    /// Returns when a guest is alive.
    fileprivate func awaitInstance() async throws {
        while true {
            let page = try await send("/metrics")
            guard page.status == 200 else { throw Failure("no metrics: \(page)") }
            if page.body.contains("\ntensor_wasm_active_instances 1\n") { return }
        }
    }

    /// Returns when the server says that it wants no traffic, which it must do before it stops to listen.
    fileprivate func awaitDraining() async throws {
        while true {
            let answer = try await send("/readyz")
            if answer.status == 503 {
                #expect(answer.body.contains(#""kind":"not_ready""#))
                return
            }
            guard answer.status == 200 else { throw Failure("no answer while draining: \(answer)") }
        }
    }
}
