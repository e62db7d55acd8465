/// What kernels of an instance have printed and nobody has received yet; what exceeds its limit is dropped.
struct PrintedText {
    private let limit: Int
    private var bytes: [UInt8] = []

    /// - Parameter limit: bytes kept until they are taken.
    init(limit: Int) { self.limit = limit }

    var isEmpty: Bool { bytes.isEmpty }

    mutating func append(_ piece: [UInt8]) {
        bytes.append(contentsOf: piece.prefix(max(limit - bytes.count, 0)))
    }

    /// Takes out what there is, and makes room for as much again.
    mutating func take() -> [UInt8] {
        defer { bytes = [] }
        return bytes
    }
}
