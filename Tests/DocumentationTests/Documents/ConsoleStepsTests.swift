import Foundation
import Testing

/// The reader and the comparison themselves: one that finds nothing wrong would never find anything wrong.
struct ConsoleStepsTests {
    @Test func `only console blocks are read, with continued commands and their output`() {
        let steps = ConsoleSteps.read(
            """
            ```sh
            $ rm -rf everything
            ```
            ```console
            $ cat <<'END'
            > one
            >
            > two
            > END
            one

            two
            $ true
            ```
            $ not a block
            """)
        #expect(steps.map(\.command) == ["cat <<'END'\none\n\ntwo\nEND", "true"])
        #expect(steps.map(\.output) == [["one", "", "two"], []])
        #expect(steps.map(\.line) == [5, 13])
    }

    @Test(arguments: [
        ("42", "42\n", true),
        ("42", "43\n", false),
        ("", "something", false),
        ("a…c", "abbc", true),
        ("a…c", "abbd", false),
        ("a…b…c", "a-b-c", true),
        ("a…b…c", "a-c", false),
        ("…\nlast", "1\n2\nlast", true),
        ("…\nlast", "1\n2\nother", false),
        ("…", "", true),
        (#"{"id":"0b5b6d0a-5f0e-4d43-9b8e-3c1a4f3c7d11"}"#, #"{"id":"4cf84068-fb4c-4cff-8785-0a804e2b0554"}"#, true),
        (#"{"id":"0b5b6d0a-5f0e-4d43-9b8e-3c1a4f3c7d11"}"#, #"{"id":"4cf84068"}"#, false),
        ("spawn;dur=0.021", "spawn;dur=1.500", true),
    ])
    func `shown output is compared word for word, but for what varies`(
        _ shown: String, _ actual: String, _ isSame: Bool
    ) {
        #expect(ShownOutput.matches(shown.components(separatedBy: "\n"), actual) == isSame)
    }
}
