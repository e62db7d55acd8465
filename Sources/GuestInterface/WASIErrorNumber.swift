/// Error numbers of WASI preview 1 (`errno` of its witx definition) that our own functions answer.
enum WASIErrorNumber: Int32, Error {
    case success = 0
    /// No such descriptor.
    case badDescriptor = 8
    /// A pointer that does not lie inside the guest's memory.
    case fault = 21
    case invalid = 28
}
