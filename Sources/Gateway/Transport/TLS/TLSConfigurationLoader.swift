import NIOSSL

/// Makes of files what connections are encrypted with.
struct TLSConfigurationLoader {
    /// HTTP/2 first: a client that speaks both gets it.
    static let protocols = ["h2", "http/1.1"]
    /// For TLS 1.2; those of 1.3 are all in order. Only what has forward secrecy and authenticates what it encrypts,
    /// which is also all that HTTP/2 allows.
    private static let cipherSuites = "ECDHE+AESGCM:ECDHE+CHACHA20"

    let files: TLSFiles

    /// - Throws: when a file cannot be read, is not what it should be, or does not go with the others.
    func context() throws(TLSFault) -> NIOSSLContext {
        let certificateFile = PEMFile(setting: "TENSOR_WASM_TLS_CERTIFICATE_FILE", path: files.certificate)
        let keyFile = PEMFile(setting: "TENSOR_WASM_TLS_KEY_FILE", path: files.key)
        let chain = try certificates(certificateFile)
        let keyBytes = try keyFile.read(isSecret: true)
        guard let key = try? NIOSSLPrivateKey(bytes: keyBytes, format: .pem) else {
            throw keyFile.fault("\(files.key) holds no unencrypted private key in PEM")
        }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuites = Self.cipherSuites
        configuration.applicationProtocols = Self.protocols
        if let path = files.clientCA {
            let authorities = try certificates(PEMFile(setting: "TENSOR_WASM_TLS_CLIENT_CA_FILE", path: path))
            configuration.trustRoots = .certificates(authorities)
            configuration.certificateVerification =
                files.requiresClientCertificate ? .noHostnameVerification : .optionalVerification
            configuration.sendCANameList = true
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            throw keyFile.fault("\(files.key) is not the key of the certificate in \(files.certificate)")
        }
    }

    private func certificates(_ file: PEMFile) throws(TLSFault) -> [NIOSSLCertificate] {
        let bytes = try file.read()
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty else {
            throw file.fault("\(file.path) holds no certificate in PEM")
        }
        return certificates
    }
}
