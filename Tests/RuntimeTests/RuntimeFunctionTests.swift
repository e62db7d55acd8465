import Foundation
import Storage
import Tenancy
import Testing
import WasmEngine

@testable import Runtime

@Suite struct RuntimeFunctionTests {
    private let compiled = "tensor_wasm_module_cache_hits_total{tier=\"compile\"}"
    private let mapped = "tensor_wasm_module_cache_hits_total{tier=\"disk\"}"

    @Test func `one module is compiled once, however many deploy it at the same time`() async throws {
        try await withRuntime { test in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for index in 0..<8 { group.addTask { _ = try await test.deploy(Guests.add, name: "f\(index)") } }
                try await group.waitForAll()
            }
            #expect(test.metric(compiled) == 1)
            #expect(test.metric("tensor_wasm_functions") == 8)
        }
    }

    @Test func `a second start compiles nothing`() async throws {
        let first = try TestRuntime()
        let function = try await first.deploy(Guests.add)
        try await first.stop()
        let second = try TestRuntime(in: first.directory)
        let answer = await second.runtime.call(second.request(function, "add", [.number("1"), .number("2")]))
        #expect(answer.values == [.i32(3)])
        #expect(second.metric(compiled) == 0 && second.metric(mapped) == 1)
        try await second.remove()
    }

    @Test func `a damaged or foreign artifact is compiled again, not run`() async throws {
        let first = try TestRuntime()
        let function = try await first.deploy(Guests.add)
        try await first.stop()
        let artifact = try #require(artifacts(in: first.directory).first)
        for damage in [Damage.truncated, .writableByOthers, .garbage] {
            try damage.apply(to: artifact)
            let next = try TestRuntime(in: first.directory)
            let answer = await next.runtime.call(next.request(function, "add", [.number("1"), .number("2")]))
            #expect(answer.values == [.i32(3)], "\(damage)")
            #expect(next.metric(compiled) == 1, "\(damage)")
            try await next.stop()
        }
        try FileManager.default.removeItem(atPath: first.directory)
    }

    @Test func `a deleted function is gone, and its artifact with the last function of its module`() async throws {
        try await withRuntime { test in
            let first = try await test.deploy(Guests.add, name: "a")
            let second = try await test.deploy(Guests.add, name: "b")
            let arguments = [ArgumentLiteral.number("1"), .number("2")]
            #expect(await test.runtime.call(test.request(first, "add", arguments)).values == [.i32(3)])
            try await test.runtime.delete(first.id, tenant: TestRuntime.tenant)
            #expect(await test.runtime.call(test.request(first, "add", arguments)).failure == .notFound)
            #expect(await test.runtime.call(test.request(second, "add", arguments)).values == [.i32(3)])
            #expect(artifacts(in: test.directory).count == 1)
            try await test.runtime.delete(second.id, tenant: TestRuntime.tenant)
            #expect(artifacts(in: test.directory).isEmpty)
            await #expect(throws: RuntimeError.notFound) {
                try await test.runtime.delete(second.id, tenant: TestRuntime.tenant)
            }
        }
    }

    @Test func `another tenant's function is not found`() async throws {
        try await withRuntime { test in
            let function = try await test.deploy(Guests.add)
            var request = test.request(function, "add", [.number("1"), .number("2")])
            _ = await test.runtime.call(request)
            request.tenant = TenantID(1)
            #expect(await test.runtime.call(request).failure == .notFound)
        }
    }

    @Test func `what is refused leaves nothing behind`() async throws {
        try await withRuntime { test in
            for text in [
                "(module (import \"env\" \"f\" (func)))", "(module (memory 100))", "(module (func (result i32)))",
            ] {
                await #expect(throws: RuntimeError.self) { try await test.deploy(text) }
            }
            await #expect(throws: RuntimeError.self) { try await test.deploy(Guests.add, name: " \t") }
            #expect(artifacts(in: test.directory).isEmpty)
            let count = try await test.storage.functionCount()
            #expect(count == 0)
        }
    }

    private func artifacts(in directory: String) -> [String] {
        let root = directory + "/artifacts"
        return (FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".cwasm") }.map { root + "/" + $0 }
    }

    private enum Damage {
        case truncated
        case garbage
        case writableByOthers

        func apply(to path: String) throws {
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: self == .writableByOthers ? 0o666 : 0o600]
            switch self {
            case .truncated:
                try Data(contentsOf: URL(fileURLWithPath: path)).prefix(100).write(to: URL(fileURLWithPath: path))
            case .garbage: try Data(repeating: 7, count: 5_000).write(to: URL(fileURLWithPath: path))
            case .writableByOthers: break
            }
            try FileManager.default.setAttributes(attributes, ofItemAtPath: path)
        }
    }
}
