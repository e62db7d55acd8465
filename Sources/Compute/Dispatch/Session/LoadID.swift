/// Names a load among those of all instances.
struct LoadID: Hashable {
    let session: UInt64
    /// From 1 on in each session.
    let number: UInt64
}
