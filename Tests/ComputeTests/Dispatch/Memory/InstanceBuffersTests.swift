import TestSupport
import Testing

@testable import Compute

@Suite struct InstanceBuffersTests {
    private let device = TestDevice()

    private func make(_ bytes: Int, in buffers: inout InstanceBuffers) throws -> (Int64, any DeviceBuffer) {
        try buffers.reserve(bytes)
        let buffer = TestBuffer(bytes, on: device)
        let handle = buffers.insert(buffer, reserved: bytes)
        return (try #require(handle), buffer)
    }

    @Test func `handles begin at 1 and are never used twice`() throws {
        var buffers = InstanceBuffers(countLimit: 10, byteLimit: 100)
        var handles: [Int64] = []
        for _ in 0..<5 {
            let (handle, buffer) = try make(20, in: &buffers)
            #expect(buffers.buffer(handle) === buffer)
            handles.append(handle)
            #expect(try buffers.free(handle).bytes == 20)
            #expect(buffers.buffer(handle) == nil)
        }
        #expect(handles == [1, 2, 3, 4, 5])
        #expect(throws: ComputeError(.invalidHandle, "there is no device buffer 5")) { try buffers.free(5) }
        #expect(throws: ComputeError(.invalidHandle, "there is no device buffer -1")) { try buffers.free(-1) }
    }

    @Test func `limits hold for buffers that are being made as well`() throws {
        var buffers = InstanceBuffers(countLimit: 2, byteLimit: 100)
        try buffers.reserve(60)
        #expect(
            throws: ComputeError(
                .quotaExceeded, "41 bytes of device memory are asked for; the instance has 60 of its 100 bytes")
        ) { try buffers.reserve(41) }
        #expect(throws: ComputeError.self) { try buffers.reserveVariables(.max) }
        try buffers.reserve(40)
        buffers.cancel(40)
        try buffers.reserve(1)
        #expect(throws: ComputeError(.quotaExceeded, "the instance has 2 device buffers; allowed are 2")) {
            try buffers.reserve(1)
        }
        #expect(buffers.usedBytes == 61 && buffers.count == 2)
    }

    @Test func `a freed buffer costs until the last launch that uses it has ended`() throws {
        var buffers = InstanceBuffers(countLimit: 1, byteLimit: 100)
        let (handle, buffer) = try make(100, in: &buffers)
        let first = try buffers.use([buffer, buffer])
        let second = try buffers.use([buffer])
        #expect(try buffers.free(handle).bytes == 0)
        #expect(buffers.buffer(handle) == nil)
        #expect(throws: ComputeError.self) { try buffers.free(handle) }
        #expect(throws: ComputeError.self) { try buffers.use([buffer]) }
        #expect(throws: ComputeError.self) { try buffers.reserve(1) }
        #expect(buffers.endUse(of: first).bytes == 0)
        #expect(buffers.usedBytes == 100)
        #expect(buffers.endUse(of: second).bytes == 100)
        #expect(buffers.usedBytes == 0 && buffers.count == 0)
    }

    @Test func `a launch with another instance's buffer uses none`() throws {
        var buffers = InstanceBuffers(countLimit: 2, byteLimit: 100)
        let (handle, own) = try make(10, in: &buffers)
        #expect(throws: ComputeError(.invalidHandle, "a device buffer of the launch is not one of this instance")) {
            try buffers.use([own, TestBuffer(10, on: device)])
        }
        #expect(try buffers.free(handle).bytes == 10)
    }

    @Test func `after closing nothing is taken, and everything is given back once`() throws {
        var buffers = InstanceBuffers(countLimit: 9, byteLimit: 100)
        let (handle, buffer) = try make(10, in: &buffers)
        _ = try make(20, in: &buffers)
        let uses = try buffers.use([buffer])
        try buffers.reserveVariables(7)
        buffers.keepVariables(7)
        try buffers.reserve(30)
        buffers.close()
        #expect(buffers.buffer(handle) == nil)
        #expect(throws: ComputeError.instanceEnded) { try buffers.reserve(1) }
        #expect(throws: ComputeError.instanceEnded) { try buffers.reserveVariables(1) }
        #expect(throws: ComputeError.instanceEnded) { try buffers.free(handle) }
        #expect(throws: ComputeError.instanceEnded) { try buffers.use([buffer]) }
        let (all, again) = (buffers.releaseAll(), buffers.releaseAll())
        #expect(all.bytes == 37 && all.buffers.count == 2 && again.bytes == 0)
        #expect(buffers.endUse(of: uses).bytes == 0)
        #expect(buffers.insert(TestBuffer(30, on: device), reserved: 30) == nil)
        #expect(buffers.usedBytes == 0 && buffers.count == 0)
    }

    @Test(arguments: 0..<40) func `no order of steps loses or doubles a byte`(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        var buffers = InstanceBuffers(countLimit: 6, byteLimit: 100)
        var charged = 0
        var live: [Int64: any DeviceBuffer] = [:]
        var uses: [[Int64]] = []
        for _ in 0..<1_000 {
            switch Int.random(in: 0..<4, using: &random) {
            case 0:
                let bytes = Int.random(in: 1...40, using: &random)
                guard (try? buffers.reserve(bytes)) != nil else { continue }
                charged += bytes
                let buffer = TestBuffer(bytes, on: device)
                let handle = buffers.insert(buffer, reserved: bytes)
                live[try #require(handle)] = buffer
            case 1:
                guard let handle = live.keys.sorted().randomElement(using: &random) else { continue }
                charged -= try buffers.free(handle).bytes
                live[handle] = nil
            case 2:
                uses.append(try buffers.use(live.filter { _ in Bool.random(using: &random) }.map(\.value)))
            default:
                guard let index = uses.indices.randomElement(using: &random) else { continue }
                charged -= buffers.endUse(of: uses.remove(at: index)).bytes
            }
            #expect(buffers.usedBytes == charged && charged <= 100 && buffers.count <= 6)
        }
        buffers.close()
        charged -= buffers.releaseAll().bytes
        for use in uses { charged -= buffers.endUse(of: use).bytes }
        #expect(charged == 0 && buffers.usedBytes == 0)
    }
}
