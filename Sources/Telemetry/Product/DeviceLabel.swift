/// The values of the label `device`: what kind of device ran a kernel.
public enum DeviceLabel: Int, Sendable, CaseIterable {
    /// The processor.
    case cpu
    /// A CUDA device.
    case cuda

    /// The label's value.
    public var text: String {
        switch self {
        case .cpu: "cpu"
        case .cuda: "cuda"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("device", values: allCases.map(\.text))
    }
}
