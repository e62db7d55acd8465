import Logging

extension Gateway {
    /// Tells the operator of faults that are the server's own. What a client did wrong is not news.
    func log(_ error: APIError, _ scope: RequestScope) {
        guard let text = error.operatorText else { return }
        logger.error(
            "request failed",
            metadata: [
                "request_id": .stringConvertible(scope.requestID), "kind": .string(error.kind.rawValue),
                "reason": .string(text),
            ])
    }
}
