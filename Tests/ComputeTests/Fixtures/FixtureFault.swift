/// A fixture that is not in order itself.
enum FixtureFault: Error, Equatable {
    case notHexadecimal(String)
    case unknownVersion(Int)
    case missingData(String)
    case wrongCount(buffers: Int, returned: Int)
}
