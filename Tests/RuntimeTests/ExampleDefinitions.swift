/// What `Examples/matmul/README.md` defines, written a second time.
enum MatrixExample {
    static func checksum(_ size: Int) -> Double {
        let indices = 0..<size
        let left = indices.map { row in indices.map { column in (3 * row + 5 * column) % 11 } }
        let right = indices.map { row in indices.map { column in (7 * row + 2 * column) % 13 } }
        var sum = 0
        for row in indices {
            for column in indices {
                let product = indices.reduce(0) { $0 + left[row][$1] * right[$1][column] }
                sum += (1 + (row + 2 * column) % 3) * product
            }
        }
        return Double(sum)
    }
}

/// What `Examples/mandelbrot/README.md` defines, written a second time.
enum MandelbrotExample {
    static func greys(width: Int, height: Int, iterations: Int) -> [Int] {
        (0..<height).flatMap { row in
            (0..<width).map { column in
                let real = -2.5 + 3.5 * (Double(column) + 0.5) / Double(width)
                let imaginary = 1.25 - 2.5 * (Double(row) + 0.5) / Double(height)
                let step = escape(real, imaginary, iterations)
                return step * 255 / iterations
            }
        }
    }

    /// The first step whose point lies outside the circle of radius 2, or 0.
    private static func escape(_ real: Double, _ imaginary: Double, _ iterations: Int) -> Int {
        var point = (x: 0.0, y: 0.0)
        for step in 1...iterations {
            point = (point.x * point.x - point.y * point.y + real, 2 * point.x * point.y + imaginary)
            if (point.x * point.x + point.y * point.y).squareRoot() > 2 { return step }
        }
        return 0
    }
}
