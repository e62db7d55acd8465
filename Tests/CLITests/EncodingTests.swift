import Testing

@testable import CLI

@Suite("Encodings")
struct EncodingTests {
    @Test(
        "base64 pads every remainder",
        arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
    func base64(_ text: String, _ encoded: String) {
        #expect(Base64.encode(Array(text.utf8)) == encoded)
    }

    @Test("base64 uses the standard alphabet")
    func alphabet() {
        #expect(Base64.encode([0xFB, 0xFF, 0xBF]) == "+/+/")
    }

    @Test("a query's value keeps unreserved characters only")
    func query() {
        #expect(PercentEncoding.encode("aZ09-._~ &=+/ü%") == "aZ09-._~%20%26%3D%2B%2F%C3%BC%25")
    }

    @Test("a function is named by an id only when the text is a UUID")
    func references() {
        let id = "0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c11"
        #expect(FunctionReference(id.uppercased()) == .id(id))
        #expect(FunctionReference("resize") == .name("resize"))
        #expect(
            FunctionReference("0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c1g") == .name("0b4e7f5e-6a0c-4d8e-9f53-0d9c6b6a1c1g"))
        #expect(
            FunctionReference("0b4e7f5e6a0c-4d8e-9f53-0d9c-6b6a1c11") == .name("0b4e7f5e6a0c-4d8e-9f53-0d9c-6b6a1c11"))
    }

    @Test("a table aligns its columns and keeps a row on its line")
    func table() {
        var table = TextTable(["A", "B"])
        table.append(["long\nname", "x"])
        #expect(table.text == "A          B\nlong name  x")
    }

    @Test("an upload's progress tells bytes first and then the server's work")
    func progress() {
        #expect(UploadProgress.line(sent: 1 << 20, total: 2 << 20) == "uploading: 1024 of 2048 KiB")
        #expect(UploadProgress.line(sent: 2 << 20, total: 2 << 20) == "uploaded 2048 KiB; compiling")
    }
}
