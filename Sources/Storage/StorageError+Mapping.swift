import GRDB
import Glibc

extension StorageError {
    /// An error of a system call.
    ///
    /// - Parameters:
    ///   - number: The value of `errno` right after the call.
    ///   - call: The name of the call.
    ///   - path: What the call was about; goes into `underlying` only.
    static func system(_ number: CInt, call: String, path: String) -> StorageError {
        StorageError(code(systemError: number), underlying: "\(call) \(path): \(String(cString: strerror(number)))")
    }

    /// Any error thrown inside a database access, as an error of this room.
    init(mapping error: any Error) {
        switch error {
        case let error as StorageError:
            self = error
        case let error as DatabaseError:
            self.init(Self.code(database: error.extendedResultCode), underlying: "\(error)")
        default:
            // What remains is a row that does not decode: nothing but damage writes such a row.
            self.init(.corrupt, underlying: "\(error)")
        }
    }

    private static func code(systemError number: CInt) -> Code {
        switch number {
        case ENOSPC, EDQUOT, EFBIG: .full
        case EROFS, EACCES, EPERM: .readOnly
        case ENOTDIR, ELOOP, EISDIR, ENAMETOOLONG: .invalidDirectory
        default: .unavailable
        }
    }

    private static func code(database result: ResultCode) -> Code {
        switch result {
        // The shared index of the log could not grow: SQLite reports that as an input/output error.
        case .SQLITE_IOERR_SHMSIZE: return .full
        // The file was moved or removed under an open connection; the disk itself can be written.
        case .SQLITE_READONLY_DBMOVED: return .unavailable
        default: break
        }
        return switch result.primaryResultCode {
        case .SQLITE_FULL: .full
        case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
        case .SQLITE_CORRUPT, .SQLITE_NOTADB: .corrupt
        default: .unavailable
        }
    }
}
