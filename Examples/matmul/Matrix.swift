/// A square matrix in row-major order, in pages of its own.
///
/// The pages are never given back: every call runs in an instance of its own, whose memory the host drops afterwards.
/// So the guest needs no allocator, and with it no runtime library.
struct Matrix: ~Copyable {
    let n: Int
    private let elements: UnsafeMutablePointer<Double>

    init(_ n: Int, _ element: (_ row: Int, _ column: Int) -> Double) {
        self.n = n
        elements = freshMemory(count: n * n)
        for row in 0..<n {
            for column in 0..<n {
                elements[row * n + column] = element(row, column)
            }
        }
    }

    subscript(row: Int, column: Int) -> Double { elements[row * n + column] }

    /// Walks a row in the innermost loop, so that all its accesses are consecutive in memory.
    func multiplied(by right: borrowing Matrix) -> Matrix {
        let product = Matrix(n) { _, _ in 0 }
        for row in 0..<n {
            for inner in 0..<n {
                let factor = self[row, inner]
                for column in 0..<n {
                    product.elements[row * n + column] += factor * right[inner, column]
                }
            }
        }
        return product
    }
}

/// The instruction `memory.grow`: the former size in pages, or −1 where the limit is reached.
@_extern(c, "llvm.wasm.memory.grow.i32")
private func growMemory(_ memory: Int32, _ pages: Int32) -> Int32

private func freshMemory(count: Int) -> UnsafeMutablePointer<Double> {
    let pageSize = 65536
    let pages = (count * MemoryLayout<Double>.stride + pageSize - 1) / pageSize
    let firstPage = growMemory(0, Int32(pages))
    precondition(firstPage > 0, "the host grants no more memory")
    // A page boundary is aligned for every type, and nothing else lives in pages that did not exist before.
    return UnsafeMutablePointer(bitPattern: UInt(firstPage) * UInt(pageSize)).unsafelyUnwrapped
}
