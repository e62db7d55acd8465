import Foundation

/// What `Examples/softmax/README.md` defines, in double precision.
enum SoftmaxExample {
    /// Numbers from −6 to 6.5 in no order.
    static func rows(_ count: Int, _ columns: Int) -> [[Double]] {
        (0..<count).map { row in (0..<columns).map { column in number(row, column) } }
    }

    private static func number(_ row: Int, _ column: Int) -> Double {
        let eighths = (column * 37 + row * 11) % 101
        return Double(eighths) / 8 - 6
    }

    static func row(_ numbers: [Double]) -> [Double] {
        let largest = numbers.max() ?? 0
        let powers = numbers.map { exp($0 - largest) }
        let sum = powers.reduce(0, +)
        return powers.map { $0 / sum }
    }
}

/// What `Examples/sgemm/README.md` defines: the product itself, in whole numbers.
enum ProductExample {
    static func sum(_ m: Int, _ n: Int, _ k: Int) -> Int {
        var sum = 0
        for row in 0..<m {
            for column in 0..<n {
                for inner in 0..<k {
                    let left = (1 + row % 5) * (1 + inner % 3)
                    let right = (1 + inner % 3) * (1 + column % 7)
                    sum += left * right
                }
            }
        }
        return sum
    }
}

/// What `Examples/convolve/README.md` defines, pixel by pixel.
struct PictureExample {
    let width: Int
    let height: Int
    /// 1 for grey, 3 for colours.
    let channels: Int
    var largest = 255
    var samples: [UInt8]

    /// A picture of samples that look arbitrary and are the same each time.
    init(width: Int, height: Int, channels: Int) {
        (self.width, self.height, self.channels) = (width, height, channels)
        var state: UInt32 = 12345
        samples = (0..<width * height * channels).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(state >> 24)
        }
    }

    /// The bytes of the file.
    var binary: [UInt8] {
        Array("P\(channels == 1 ? 5 : 6)\n\(width) \(height)\n\(largest)\n".utf8) + samples
    }

    /// The numbers of the plain file, its kind left out.
    var numbers: [Int] { [width, height, largest] + samples.map(Int.init) }

    static let filters = [
        "sharpen": ([0, -1, 0, -1, 5, -1, 0, -1, 0], 1.0),
        "blur": ([1, 2, 1, 2, 4, 2, 1, 2, 1], 16.0),
        "edges": ([-1, -1, -1, -1, 8, -1, -1, -1, -1], 1.0),
    ]

    func filtered(_ name: String) -> PictureExample {
        guard let (weights, divisor) = Self.filters[name] else { return self }
        var result = self
        for y in 0..<height {
            for x in 0..<width {
                for channel in 0..<channels {
                    var sum = 0
                    for (index, weight) in weights.enumerated() {
                        sum += weight * sample(x + index % 3 - 1, y + index / 3 - 1, channel)
                    }
                    let rounded = Int((Double(sum) / divisor + 0.5).rounded(.down))
                    result.samples[(y * width + x) * channels + channel] = UInt8(min(max(rounded, 0), largest))
                }
            }
        }
        return result
    }

    /// Beyond the border, the nearest pixel counts.
    private func sample(_ x: Int, _ y: Int, _ channel: Int) -> Int {
        let (x, y) = (min(max(x, 0), width - 1), min(max(y, 0), height - 1))
        return Int(samples[(y * width + x) * channels + channel])
    }
}
