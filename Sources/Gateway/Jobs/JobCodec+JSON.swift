import NIOCore
import Runtime
import Settings
import Storage

extension JobCodec {
    /// Jobs as clients write and read them: the body of an invocation, its result or `{"kind","message"}`.
    public static let json = JobCodec(
        request: { job throws(RuntimeError) in
            do throws(InvokeBodyError) {
                let body = try InvokeBodyParser.parse(job.request.span)
                return CallRequest(
                    function: job.function, tenant: job.tenant, export: body.export, arguments: body.arguments,
                    input: body.input ?? [], arrival: 0)
            } catch {
                // It was read before it was stored.
                throw .internal("a stored job is unreadable: \(error.message)")
            }
        },
        result: { function, answer in
            switch answer.result {
            case .success(let values):
                let body = GatewayResponse.invocation(function, values, answer).body
                guard body.readableBytes <= FixedLimits.jobResultBytes.value else {
                    let text = "the result has more than \(FixedLimits.jobResultBytes.value) bytes"
                    return (.failed, failure(APIError(.invalidArguments, text)))
                }
                return (.completed, Array(buffer: body))
            case .failure(let error):
                return (.failed, failure(APIError(error)))
            }
        })

    private static func failure(_ error: APIError) -> [UInt8] {
        let body = GatewayResponse.json { writer in
            writer.field("kind", error.kind.rawValue)
            writer.field("message", error.message)
            if let fault = error.guestFault { writer.members(of: fault) }
        }
        return Array(buffer: body.body)
    }
}
