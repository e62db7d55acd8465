// swift-tools-version: 6.2
import PackageDescription

/// Shown by the metrics page; a build outside a checkout does not know it.
let commit =
    Context.gitInformation.map { $0.currentCommit + ($0.hasUncommittedChanges ? "-dirty" : "") } ?? "unknown"

let package = Package(
    name: "tensor-wasm",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-certificates", exact: "1.21.1"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", exact: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-http2", exact: "1.46.0"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: [
        // The engine's library, fetched by scripts/bootstrap. SwiftPM links it and copies it beside the products.
        .binaryTarget(name: "libwasmtime", path: ".deps/libwasmtime.artifactbundle"),
        .target(name: "CWasmtime", dependencies: ["libwasmtime"]),
        .target(
            name: "WasmEngine",
            dependencies: ["CWasmtime", "Threads", .product(name: "HeapModule", package: "swift-collections")]),
        .target(name: "CThreads"),
        .target(
            name: "Threads", dependencies: ["CThreads", .product(name: "DequeModule", package: "swift-collections")]),
        .target(name: "PTX"),
        .target(name: "WasmBinary"),
        // Whole rows of lanes at a time, compiled for several processors.
        .target(name: "CLanes"),
        // Optimised in tests too: an interpreter that is not takes minutes for what should take seconds.
        .target(
            name: "Compute", dependencies: ["CLanes", "PTX", "Threads"],
            swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
        .target(name: "GuestInterface", dependencies: ["Compute", "WasmEngine"]),
        .target(
            name: "Settings",
            dependencies: [
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "Yams", package: "Yams"),
            ]),
        // Its generic queues are specialised for what other rooms put into them.
        .target(
            name: "Tenancy", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: [.unsafeFlags(["-cross-module-optimization"], .when(configuration: .release))]),
        .target(
            name: "WebTokens", dependencies: ["Tenancy", .product(name: "JWTKit", package: "jwt-kit")]),
        .target(name: "Telemetry", dependencies: [.product(name: "CoreMetrics", package: "swift-metrics")]),
        .target(
            name: "Storage",
            dependencies: [
                "Tenancy",
                .product(name: "Crypto", package: "swift-crypto"), .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(
            name: "Runtime",
            dependencies: [
                "Compute", "GuestInterface", "Storage", "Telemetry", "Tenancy", "Threads", "WasmEngine",
                .product(name: "DequeModule", package: "swift-collections"),
            ]),
        .target(
            name: "Gateway",
            dependencies: [
                "Runtime", "Settings", "Storage", "Telemetry", "Tenancy", "Threads", "WasmEngine", "WebTokens",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
                .product(name: "NIOHTTPTypesHTTP2", package: "swift-nio-extras"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "Tracing", package: "swift-distributed-tracing"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "X509", package: "swift-certificates"),
            ],
            resources: [.embedInCode("OpenAPI/openapi.json")]),
        .target(
            name: "CBuildInfo",
            cSettings: [.define("TW_GIT_COMMIT", to: "\"\(commit)\"")]),
        .target(
            name: "CLI",
            dependencies: [
                "CBuildInfo", "Compute", "Gateway", "GuestInterface", "PTX", "Runtime", "Settings", "Storage",
                "Telemetry", "Tenancy", "Threads", "WasmEngine", "WebTokens",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "CoreMetrics", package: "swift-metrics"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]),
        .executableTarget(name: "tensor-wasm", dependencies: ["CLI"]),
        .executableTarget(name: "kernel-bench", dependencies: ["Compute", "PTX"], path: "Benchmarks/kernels"),
        .executableTarget(name: "tenancy-bench", dependencies: ["Tenancy"], path: "Benchmarks/tenancy"),
        .testTarget(
            name: "CLITests",
            dependencies: [
                "TestSupport", "CLI", "Compute", "GuestInterface", "PTX", "Settings", "Storage", "Tenancy",
                "WasmEngine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "SystemPackage", package: "swift-system"),
            ],
            exclude: ["Golden"]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
        .testTarget(name: "ComputeTests", dependencies: ["TestSupport", "Compute", "PTX", "Threads"]),
        // They start the built program, which they find beside themselves.
        .testTarget(name: "DocumentationTests", dependencies: ["tensor-wasm"]),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "TestSupport", "Compute", "Gateway", "Runtime", "Settings", "Storage", "Telemetry", "Tenancy",
                "WasmEngine",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "NIOHPACK", package: "swift-nio-http2"),
                .product(name: "NIOHTTP2", package: "swift-nio-http2"),
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
                .product(name: "X509", package: "swift-certificates"),
            ]),
        .testTarget(name: "GuestInterfaceTests", dependencies: ["Compute", "GuestInterface"]),
        .testTarget(name: "HouseTests"),
        .testTarget(name: "PTXTests", dependencies: ["PTX"]),
        .testTarget(name: "RuntimeTests", dependencies: ["TestSupport", "Compute", "Runtime", "Tenancy"]),
        .testTarget(
            name: "SettingsTests",
            dependencies: ["Settings", .product(name: "SystemPackage", package: "swift-system")]),
        .testTarget(
            name: "StorageTests",
            dependencies: ["TestSupport", "Storage", "Tenancy", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(name: "TenancyTests", dependencies: ["TestSupport", "Tenancy"]),
        .testTarget(
            name: "TelemetryTests",
            dependencies: ["TestSupport", "Telemetry", .product(name: "CoreMetrics", package: "swift-metrics")]),
        .testTarget(
            name: "WebTokensTests",
            dependencies: [
                "Tenancy", "WebTokens", .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "JWTKit", package: "jwt-kit"),
            ]),
        .testTarget(name: "WasmBinaryTests", dependencies: ["TestSupport", "WasmBinary", "WasmEngine"]),
        .testTarget(name: "WasmEngineTests", dependencies: ["WasmEngine"]),
    ]
)
