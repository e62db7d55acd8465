/// Reads the argument list of a launch: records one behind the other without padding, in the order of the kernel's
/// parameters.
enum ArgumentRecords {
    /// Bytes of a list.
    static let byteLimit = 4_096
    /// Records of a list.
    static let countLimit = 128

    /// - Throws: ``CudaFault`` with `argumentsUnsupported` for a list beyond the limits, or `invalidArguments` for an
    ///   unknown tag or a record that is cut short. Both name the record.
    static func parse(_ bytes: [UInt8]) throws(CudaFault) -> [ArgumentRecord] {
        try checkLength(bytes.count)
        var records: [ArgumentRecord] = []
        var rest = bytes[...]
        while let first = rest.popFirst() {
            let index = records.count
            guard index < countLimit else {
                throw CudaFault(.argumentsUnsupported, "a launch has at most \(countLimit) arguments")
            }
            guard let tag = ArgumentRecord.Tag(rawValue: first) else {
                throw CudaFault(.invalidArguments, "argument \(index) has the unknown tag \(first)")
            }
            guard rest.count >= tag.valueBytes else {
                throw CudaFault(
                    .invalidArguments,
                    "argument \(index) ends after \(rest.count) of the \(tag.valueBytes) bytes behind its tag \(first)")
            }
            records.append(ArgumentRecord(tag, rest.prefix(tag.valueBytes)))
            rest = rest.dropFirst(tag.valueBytes)
        }
        return records
    }

    /// - Throws: ``CudaFault`` with `argumentsUnsupported` when a list of that many bytes is too long to be read.
    static func checkLength(_ byteCount: Int) throws(CudaFault) {
        guard byteCount <= byteLimit else {
            throw CudaFault(
                .argumentsUnsupported, "the arguments take \(byteCount) bytes; a launch has at most \(byteLimit)")
        }
    }
}
