/// Multiplies two matrices of known contents and returns a checksum of the product.
///
/// With `n` clamped to 1…256 and indices from 0: `A[i][k] = (3i + 5k) mod 11`, `B[k][j] = (7k + 2j) mod 13`,
/// `C = A·B`, and the result is `Σ (1 + (i + 2j) mod 3) · C[i][j]`. All values are whole and below 2⁵³, so the sum is exact
/// in any order of summation.
@c(matmul)
@_expose(wasm, "matmul")
public func matmul(_ requested: Int32) -> Double {
    let n = min(max(Int(requested), 1), 256)
    let left = Matrix(n) { row, column in Double((3 * row + 5 * column) % 11) }
    let right = Matrix(n) { row, column in Double((7 * row + 2 * column) % 13) }
    let product = left.multiplied(by: right)

    var checksum = 0.0
    for row in 0..<n {
        for column in 0..<n {
            checksum += Double(1 + (row + 2 * column) % 3) * product[row, column]
        }
    }
    return checksum
}
