import Tenancy

extension ListCursor {
    /// The listing that a cursor belongs to: what is listed, whose, and with which filters.
    enum Scope {
        case functions(tenant: TenantID, name: String?)
        case jobs(tenant: TenantID, status: JobStatus?, function: FunctionID?)

        /// What the checksum covers; different for any two listings or positions.
        func covered(at position: UInt64) -> [UInt8] {
            switch self {
            case .functions(let tenant, let name):
                // The equals sign sets "no filter" apart from every name.
                Self.covered("function list 1", tenant, position) + Array((name.map { "=\($0)" } ?? "").utf8)
            case .jobs(let tenant, let status, let function):
                Self.covered("job list 1", tenant, position)
                    + Array("\(status?.rawValue ?? "")=\(function?.description ?? "")".utf8)
            }
        }

        private static func covered(_ kind: String, _ tenant: TenantID, _ position: UInt64) -> [UInt8] {
            var bytes = Array(kind.utf8)
            Hexadecimal.append(tenant.rawValue, to: &bytes)
            Hexadecimal.append(position, to: &bytes)
            return bytes
        }
    }
}
