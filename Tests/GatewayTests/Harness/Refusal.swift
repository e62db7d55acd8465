import Testing

/// Expects the error envelope of the contract, with the ids that every answer has.
/// - Returns: what the envelope says, for further expectations.
@discardableResult
func expectRefusal(
    _ response: RawResponse, _ status: Int, _ kind: String, sourceLocation: SourceLocation = #_sourceLocation
) throws -> ErrorBody {
    let error = try response.json(ErrorBody.Envelope.self).error
    #expect(response.status == status, "\(error.message)", sourceLocation: sourceLocation)
    #expect(error.kind == kind, "\(error.message)", sourceLocation: sourceLocation)
    #expect(response["content-type"] == "application/json", sourceLocation: sourceLocation)
    #expect(error.requestID == response["x-request-id"], sourceLocation: sourceLocation)
    expectIdentifiers(response, sourceLocation: sourceLocation)
    return error
}

/// Expects the ids that every answer carries.
func expectIdentifiers(_ response: RawResponse, sourceLocation: SourceLocation = #_sourceLocation) {
    for name in ["x-request-id", "x-trace-id"] {
        let value = response[name] ?? ""
        let isHex = value.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
        #expect(value.utf8.count == 32 && isHex, "\(name): \(value)", sourceLocation: sourceLocation)
    }
}
