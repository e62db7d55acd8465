/// The shares of tenants where they compete; a tenant that is not named has 1.
public struct TenantWeights: Sendable, Equatable {
    /// Largest weight of a tenant.
    public static let maximum = 1_000

    /// The weights by tenant.
    public let weights: [UInt64: Int]

    /// Every tenant has the same share.
    static let equal = TenantWeights(weights: [:])

    private init(weights: [UInt64: Int]) { self.weights = weights }

    /// - Parameter text: `tenant=weight` pairs separated by commas.
    init(parsing text: String) throws(ValueFault) {
        var weights: [UInt64: Int] = [:]
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let pair = part.trimmingSpaces.split(separator: "=", omittingEmptySubsequences: false)
            guard pair.count == 2,
                pair.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
                let tenant = UInt64(pair[0]), let weight = Int(pair[1])
            else { throw .malformed("is not a list of weights such as `7=4,12=2`") }
            guard (1...Self.maximum).contains(weight) else { throw .outOfRange }
            guard weights.updateValue(weight, forKey: tenant) == nil else {
                throw .malformed("names a tenant twice")
            }
        }
        self.weights = weights
    }

    var text: String? {
        weights.isEmpty
            ? nil : weights.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
    }
}
