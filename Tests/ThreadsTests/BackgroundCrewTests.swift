import Dispatch
import Glibc
import Synchronization
import Testing

@testable import Threads

@Suite(.timeLimit(.minutes(1)))
struct BackgroundCrewTests {
    /// `SCHED_IDLE` of Linux.
    private static let idlePolicy: Int32 = 5

    @Test func `every piece that was asked for is done once`() {
        let done = Atomic<Int>(0)
        let all = DispatchSemaphore(value: 0)
        let crew = BackgroundCrew(name: "test", threads: 3)
        crew.start { if done.add(1, ordering: .relaxed).newValue == 5_000 { all.signal() } }
        for _ in 0..<5_000 { crew.summon() }
        all.wait()
        crew.stop()
        crew.join()
        #expect(done.load(ordering: .relaxed) == 5_000)
    }

    @Test func `work runs with what the other threads leave`() {
        let policy = Atomic<Int32>(-1)
        let isDone = DispatchSemaphore(value: 0)
        let crew = BackgroundCrew(name: "test", threads: 1)
        crew.start {
            policy.store(sched_getscheduler(0), ordering: .relaxed)
            isDone.signal()
        }
        crew.summon()
        isDone.wait()
        crew.stop()
        crew.join()
        #expect(policy.load(ordering: .relaxed) == Self.idlePolicy)
        #expect(sched_getscheduler(0) != Self.idlePolicy)
    }

    @Test func `when nobody comes to the work the relief does it`() {
        let begun = Atomic<Int>(0)
        let policy = Atomic<Int32>(-1)
        let (isStuck, mayGoOn, isRelieved) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        let crew = BackgroundCrew(name: "test", threads: 1)
        crew.start {
            guard begun.add(1, ordering: .relaxed).oldValue > 0 else {
                isStuck.signal()
                return mayGoOn.wait()
            }
            policy.store(sched_getscheduler(0), ordering: .relaxed)
            isRelieved.signal()
        }
        crew.summon()
        isStuck.wait()
        // The only other thread waits inside the first piece.
        crew.summon()
        isRelieved.wait()
        mayGoOn.signal()
        crew.stop()
        crew.join()
        #expect(policy.load(ordering: .relaxed) != Self.idlePolicy)
    }

    @Test func `the relief comes out of its sleep`() {
        let (begun, mayGoOn, isDone) = (
            DispatchSemaphore(value: 0), DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)
        )
        let isFirst = Atomic<Bool>(true)
        let crew = BackgroundCrew(name: "test", threads: 1)
        crew.start {
            if isFirst.exchange(false, ordering: .relaxed) {
                begun.signal()
                mayGoOn.wait()
            } else {
                isDone.signal()
            }
        }
        while !crew.isReliefSleeping { usleep(10_000) }
        crew.summon()
        begun.wait()
        crew.summon()
        isDone.wait()
        mayGoOn.signal()
        crew.stop()
        crew.join()
    }

    @Test func `a crew that was stopped before its work is done ends`() {
        let crew = BackgroundCrew(name: "test", threads: 2)
        crew.start {}
        crew.stop()
        for _ in 0..<10 { crew.summon() }
        crew.join()
    }

    @Test func `no more threads hold a permit than there are`() {
        let permits = BackgroundPermits(count: 2)
        let held = Atomic<Int>(0)
        let most = Atomic<Int>(0)
        let left = DispatchSemaphore(value: 0)
        for index in 0..<6 {
            let isStarted = WorkerThread.start(name: "permit-\(index)") {
                let turn = DispatchSemaphore(value: 0)
                for _ in 0..<2_000 {
                    permits.acquire(turn)
                    most.max(held.add(1, ordering: .sequentiallyConsistent).newValue, ordering: .relaxed)
                    held.subtract(1, ordering: .sequentiallyConsistent)
                    permits.release()
                }
                left.signal()
            }
            #expect(isStarted)
        }
        for _ in 0..<6 { left.wait() }
        #expect((1...2).contains(most.load(ordering: .relaxed)))
    }
}
