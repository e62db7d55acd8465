import CLI

@main
enum TensorWasmMain {
    static func main() async {
        await TensorWasm.runMain()
    }
}
