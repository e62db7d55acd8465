import Tenancy
import Testing

@testable import Storage

@Suite struct DigestTests {
    @Test func `The digest is SHA-256`() {
        // The examples of FIPS 180-4 for no bytes and for "abc".
        #expect(
            Digest(of: []).hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            Digest(of: Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test func `The text is read again in either case`() {
        let digest = Digest(of: [1, 2, 3])
        #expect(Digest(hex: digest.hex) == digest)
        #expect(Digest(hex: digest.hex.uppercased()) == digest)
        #expect(digest.description == digest.hex)
    }

    @Test func `Text of another length or with another character is refused`() {
        let hex = Digest(of: []).hex
        #expect(Digest(hex: hex.dropLast()) == nil)
        #expect(Digest(hex: hex + "0") == nil)
        #expect(Digest(hex: hex.dropLast() + "g") == nil)
        #expect(Digest(hex: "") == nil)
    }

    @Test(arguments: [0, 1, UInt64(Int64.max), UInt64(Int64.max) + 1, .max])
    func `Every tenant number survives the database's signed integers`(number: UInt64) {
        let tenant = TenantID(number)
        #expect(TenantID(databaseInteger: tenant.databaseInteger) == tenant)
        #expect(tenant.description == String(number))
    }
}
