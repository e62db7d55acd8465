/// Functions of the CUDA device runtime that a text may declare without defining them.
enum ExternalFunction: String {
    /// Prints a format with the arguments packed behind a pointer.
    case vprintf
    /// What a failed `assert` calls; it ends the kernel.
    case assertFailure = "__assertfail"

    /// Sizes of the results in bytes.
    var results: [Int] {
        switch self {
        case .vprintf: [4]
        case .assertFailure: []
        }
    }

    /// Sizes of the parameters in bytes.
    var parameters: [Int] {
        switch self {
        case .vprintf: [8, 8]
        case .assertFailure: [8, 8, 4, 8, 8]
        }
    }
}
