/// Multiplies two matrices of known contents on the device and returns the sum of all elements of the product.
///
/// `A[i][p] = (1 + i mod 5) · (1 + p mod 3)`, `B[p][j] = (1 + p mod 3) · (1 + j mod 7)`, sizes clamped to 1…1024. All
/// products and sums are whole and below 2²⁴, so single precision is exact and so is the comparison.
@c(sgemm)
@_expose(wasm, "sgemm")
public func sgemm(_ m: Int32, _ n: Int32, _ k: Int32) -> Double {
    let (m, n, k) = (clamped(m), clamped(n), clamped(k))
    guard let a = GuestArray<Float>(count: m * k), let b = GuestArray<Float>(count: k * n),
        let c = GuestArray<Float>(count: m * n)
    else {
        OutputStream.errors.write("the matrices do not fit memory\n")
        return -1
    }
    fill(a, rows: m, columns: k) { row, column in (1 + row % 5) * (1 + column % 3) }
    fill(b, rows: k, columns: n) { row, column in (1 + row % 3) * (1 + column % 7) }

    do throws(HostError) {
        try multiply(a, b, into: c, m: m, n: n, k: k)
    } catch {
        error.report("sgemm")
        return Double(error.code.rawValue)
    }
    return checkedSum(c, m: m, n: n, k: k)
}

/// The matrices lie in memory of the device, so that a guest could use the product there again without copying it.
private func multiply(
    _ a: GuestArray<Float>, _ b: GuestArray<Float>, into c: GuestArray<Float>, m: Int, n: Int, k: Int
) throws(HostError) {
    let ptx = UnsafeRawBufferPointer(start: sgemm_ptx(), count: sgemm_ptx_length())
    let kernel = try Kernel(ptx: ptx, entry: "sgemm")
    let left = try DeviceBuffer(copyOf: a)
    let right = try DeviceBuffer(copyOf: b)
    let product = try DeviceBuffer(byteCount: m * n * MemoryLayout<Float>.stride)

    let tile = Extent(16, 16)
    var launch = Launch(grid: tile.blocks(covering: Extent(UInt32(n), UInt32(m))), block: tile)
    launch.pass(left)
    launch.pass(right)
    launch.pass(product)
    launch.pass(UInt32(m))
    launch.pass(UInt32(n))
    launch.pass(UInt32(k))
    try kernel.enqueue(launch)
    try Device.synchronize()
    try product.copyOut(UnsafeMutableRawBufferPointer(c.elements))
}

/// `C[i][j]` is the product of what depends on i and on j, times the sum over p of `(1 + p mod 3)²`.
private func checkedSum(_ c: GuestArray<Float>, m: Int, n: Int, k: Int) -> Double {
    let squares = k / 3 * 14 + (k % 3 == 0 ? 0 : k % 3 == 1 ? 1 : 5)
    var sum = 0.0
    for row in 0..<m {
        for column in 0..<n {
            let element = c[row * n + column]
            precondition(element == Float((1 + row % 5) * (1 + column % 7) * squares), "the device multiplied wrongly")
            sum += Double(element)
        }
    }
    return sum
}

private func fill(_ matrix: GuestArray<Float>, rows: Int, columns: Int, _ element: (Int, Int) -> Int) {
    for row in 0..<rows {
        for column in 0..<columns {
            matrix[row * columns + column] = Float(element(row, column))
        }
    }
}

private func clamped(_ size: Int32) -> Int { min(max(Int(size), 1), 1024) }
