// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "TensorWasm",
    products: [.library(name: "TensorWasm", targets: ["TensorWasm"])],
    targets: [
        .target(name: "TensorWasm", swiftSettings: [.enableExperimentalFeature("Extern")]),
        .testTarget(name: "TensorWasmTests", dependencies: ["TensorWasm"]),
    ]
)
