// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "tensor-wasm",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", exact: "1.4.0", traits: ["YAML"]),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", exact: "1.7.3"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .binaryTarget(name: "libwasmtime", path: ".deps/libwasmtime.artifactbundle"),
        .target(name: "CWasmtime", dependencies: ["libwasmtime"]),
        .target(
            name: "WasmEngine",
            dependencies: ["CWasmtime", .product(name: "HeapModule", package: "swift-collections")]),
        .target(name: "GuestInterface", dependencies: ["WasmEngine"]),
        .testTarget(name: "GuestInterfaceTests", dependencies: ["GuestInterface"]),
        .testTarget(name: "WasmEngineTests", dependencies: ["WasmEngine"]),
    ]
)
