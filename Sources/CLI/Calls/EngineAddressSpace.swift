import Glibc
import WasmEngine

/// The address space the engine needs. Where it is limited too far, making an engine would end the process.
enum EngineAddressSpace {
    /// Reserved for one linear memory, whatever its limit, so that 32-bit addresses need no checks; and its guard and
    /// the guest's stack, rounded up.
    private static let bytesPerInstance: UInt64 = (4 << 30) + (64 << 20)
    private static let bytesPerTableElement: UInt64 = 8
    /// The program itself and the stacks of its threads, rounded up.
    private static let bytesOfProcess: UInt64 = 1 << 30

    /// An upper estimate, in bytes.
    static func needed(by configuration: EngineConfiguration) -> UInt64 {
        let table = UInt64(configuration.maximumTableElements) * bytesPerTableElement
        return bytesOfProcess + UInt64(configuration.maximumInstances) * (bytesPerInstance + table)
    }

    /// The process's limit in bytes (`ulimit -v`), `nil` when there is none.
    static var limit: UInt64? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0 else { return nil }
        // RLIM_INFINITY, which the importer leaves out, is the greatest value.
        return limit.rlim_cur == rlim_t.max ? nil : UInt64(limit.rlim_cur)
    }

    static func check(_ configuration: EngineConfiguration) throws(CommandError) {
        guard let limit, limit < needed(by: configuration) else { return }
        throw CommandError(
            .failure, kind: "unavailable",
            "the address space is limited to \(limit >> 30) GiB, the engine reserves more; run `ulimit -v unlimited`"
        )
    }
}
