import Testing

@testable import Settings

@Suite struct TenancyValueTests {
    @Test(arguments: ["7", "7=", "=4", "7=x", "-7=1", "7=1,7=2", "7=1,", "18446744073709551616=1"])
    func `Weights that are not pairs of a tenant and a weight are refused`(text: String) {
        #expect(failure(environment: ["TENSOR_WASM_TENANT_WEIGHTS": text])?.code == .malformedValue)
    }

    @Test func `Weights are read by tenant and have a range`() throws {
        let settings = try load(environment: ["TENSOR_WASM_TENANT_WEIGHTS": "7=4, 18446744073709551615=1000"])
        #expect(settings.tenantWeights.weights == [7: 4, .max: 1_000])
        for weight in ["0", "1001"] {
            #expect(failure(environment: ["TENSOR_WASM_TENANT_WEIGHTS": "7=\(weight)"])?.code == .outOfRange)
        }
    }

    @Test(arguments: [
        ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false), ("10.0.0.1", "10.0.0.1", true),
        ("10.0.0.1", "10.0.0.2", false), ("0.0.0.0/0", "8.8.8.8", true), ("0.0.0.0/0", "2001:db8::1", false),
        ("2001:db8::/32", "2001:db8:1::1", true), ("::/0", "10.0.0.1", true), ("10.0.0.0/8", "::ffff:10.1.1.1", true),
        ("10.0.0.0/8,::1", "::1", true), ("10.0.0.0/8", "", false), ("10.0.0.0/8", "10.0.0", false),
        ("192.0.2.77/24", "192.0.2.1", true),
    ])
    func `An address is in a network when its leading bits are`(list: String, address: String, isIn: Bool) throws {
        let settings = try load(environment: ["TENSOR_WASM_API_TRUSTED_XFCC_PROXIES": list])
        #expect(settings.api.trustedProxies?.contains(address) == isIn)
    }

    @Test(arguments: [
        "10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "proxy.example", "10.0.0.1,,::1", "10.0.0.0/8/8",
    ])
    func `What is no network is refused`(text: String) {
        #expect(failure(environment: ["TENSOR_WASM_API_TRUSTED_XFCC_PROXIES": text])?.code == .malformedValue)
    }

    @Test(arguments: ["", " ", "a b", "a,,b", "*", "*.", "http://a", "a/b"])
    func `What is no host name is refused`(text: String) {
        #expect(failure(environment: ["TENSOR_WASM_API_TRUSTED_HOSTS": text]) != nil)
    }

    @Test func `Host names are compared without case, with their port where one is written`() throws {
        let hosts = try #require(
            try load(environment: ["TENSOR_WASM_API_TRUSTED_HOSTS": "Api.test, *.wild.test, port.test:1, [::1]"])
                .api.trustedHosts)
        for host in ["api.test", "API.TEST:99", "a.wild.test", "b.a.wild.test:1", "port.test:1", "[::1]", "[::1]:80"] {
            #expect(hosts.allows(host), "\(host)")
        }
        for host in ["wild.test", ".wild.test", "port.test", "port.test:2", "api.test.evil", "", "[::2]"] {
            #expect(!hosts.allows(host), "\(host)")
        }
    }

    @Test func `An audit destination is nothing, standard output or a file`() throws {
        func destination(_ text: String) throws -> AuditSink {
            try load(environment: ["TENSOR_WASM_API_AUDIT_LOG": text]).api.auditLog
        }
        #expect(try destination("none") == .none)
        #expect(try destination("stdout") == .standardOutput)
        #expect(try destination("file:/var/log/a b") == .file(path: "/var/log/a b"))
        for text in ["file:", "stderr", "/var/log/a", "file:/a\u{1}"] {
            #expect(failure(environment: ["TENSOR_WASM_API_AUDIT_LOG": text])?.code == .malformedValue)
        }
    }

    @Test func `A certificate needs its key, and client authorities need both`() throws {
        let (certificate, key, authority) = (
            "TENSOR_WASM_TLS_CERTIFICATE_FILE", "TENSOR_WASM_TLS_KEY_FILE", "TENSOR_WASM_TLS_CLIENT_CA_FILE"
        )
        #expect(failure(environment: [certificate: "c"])?.code == .contradiction)
        #expect(failure(environment: [key: "k"])?.code == .contradiction)
        #expect(failure(environment: [authority: "a"])?.code == .contradiction)
        #expect(try load(environment: [certificate: "c", key: "k", authority: "a"]).tls.isOn)
    }

    @Test func `Tokens are never shown`() throws {
        let settings = try load(environment: ["TENSOR_WASM_API_TOKENS": "hunter2:tenant=1"])
        #expect(settings.api.tokens?.text == "hunter2:tenant=1")
        let entry = try #require(settings.entries.first { $0.key == "api.tokens" })
        #expect(!"\(entry)".contains("hunter2"))
        #expect(!settings.api.isDevelopmentMode)
    }

    @Test func `With tokens an address that others reach is accepted and warned about`() throws {
        let open = try load(flags: ["addr": "0.0.0.0:1"], environment: ["TENSOR_WASM_API_TOKENS": "a:tenant=1"])
        try open.validateExposure()
        #expect(open.exposureWarnings.count == 1)
        #expect(open.exposureWarnings.first?.contains("unencrypted") == true)
        let local = try load(environment: [:])
        #expect(local.exposureWarnings.count == 1)
        #expect(local.exposureWarnings.first?.contains("no tokens") == true)
    }
}
