import HTTPTypes
import Runtime

extension StreamFormat {
    /// The error that is the whole answer to a call that ended before it streamed anything; `nil` for one whose end is
    /// told in the stream. Events can tell what a guest did; nothing else is a matter of the stream.
    func refusal(_ answer: CallAnswer) -> APIError? {
        guard let failure = answer.failure else { return nil }
        switch (self, failure) {
        case (.events, .trap), (.events, .exit), (.events, .deadlineExceeded): return nil
        default: return APIError(failure)
        }
    }

    /// What follows the body of a stream that ended well.
    var trailer: HTTPFields? { self == .bytes ? [.streamStatus: "ok"] : nil }
}

extension CallAnswer {
    /// Why there is no result.
    var failure: RuntimeError? {
        if case .failure(let failure) = result { failure } else { nil }
    }
}

extension HTTPField.Name {
    /// The trailer that tells how a stream of bytes ended.
    static let streamStatus = Self("X-TensorWasm-Status")!
}
