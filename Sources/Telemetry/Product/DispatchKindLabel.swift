/// The values of the label `dispatch_kind`: whether a launch had the device to itself.
public enum DispatchKindLabel: Int, Sendable, CaseIterable {
    /// No other launch was at the device when it started.
    case serial
    /// It shared the device.
    case concurrent

    /// The label's value.
    public var text: String {
        switch self {
        case .serial: "serial"
        case .concurrent: "concurrent"
        }
    }

    static var domain: LabelDomain {
        LabelDomain("dispatch_kind", values: allCases.map(\.text))
    }
}
