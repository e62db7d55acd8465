extension Settings {
    /// The configurable limits; `TENSOR_WASM_LIMIT_…`. Those that are not configurable are ``FixedLimits``.
    public struct Limits: Sendable {
        /// Largest request body, in bytes.
        public let bodyBytes: Int
        /// Largest module, in bytes.
        public let moduleBytes: Int
        /// Largest linear memory of a guest, in bytes.
        public let memoryBytes: Int
        /// Most elements of all tables of a guest.
        public let tableElements: Int
        /// Default and largest duration of a call.
        public let deadline: Duration
        /// Most live instances of the node.
        public let instances: Int
        /// Most calls that wait for an instance.
        public let waiting: Int
        /// Longest time to receive a request.
        public let requestRead: Duration
        /// Longest time a connection may stay without a request.
        public let idleConnection: Duration
        /// Most open connections.
        public let connections: Int
        /// Most modules that wait to be compiled.
        public let compileQueue: Int
        /// Most compiled modules kept mapped into memory.
        public let loadedModules: Int
        /// Most bytes of all request bodies held at the same time.
        public let bufferedBodyBytes: Int
        /// Largest stack of a guest, in bytes.
        public let guestStackBytes: Int
        /// Longest time a guest keeps a thread while others wait.
        public let timeSlice: Duration
        /// Most device memory of a tenant, in bytes.
        public let deviceMemoryBytesPerTenant: Int

        /// Most live instances of a tenant.
        public let instancesPerTenant: Int
        /// Most linear memory that a tenant's live instances may declare, in bytes.
        public let memoryBytesPerTenant: Int
        /// Outstanding asynchronous jobs and streams of the node.
        public let jobs: Int
        /// Outstanding asynchronous jobs and streams of a tenant.
        public let jobsPerTenant: Int
        /// Jobs that run at the same time.
        public let runningJobs: Int
        /// How long finished jobs are kept.
        public let jobRetention: Duration
        /// Requests a second of a token for one tenant, 0 for no limit.
        public let ratePerTenant: Int
        /// Requests of a token for one tenant at once.
        public let burstPerTenant: Int

        init<Reader: SettingReading>(reading reader: inout Reader) throws(Reader.Failure) {
            bodyBytes = try reader.read(
                Setting(
                    "LIMIT_BODY_BYTES", .bytes(in: 1 << 10...1 << 30), default: .value(64 << 20),
                    "Largest request body; a larger one is answered with 413 `body_too_large`."))
            moduleBytes = try reader.read(
                Setting(
                    "LIMIT_MODULE_BYTES", .bytes(in: 1 << 10...1 << 30), default: .value(64 << 20),
                    "Largest module after decoding; a larger one is answered with 413 `module_too_large`."))
            memoryBytes = try reader.read(
                Setting(
                    "LIMIT_MEMORY_BYTES", .bytes(in: 64 << 10...4 << 30), default: .value(256 << 20),
                    "Largest linear memory of a guest. A module that declares more is answered with 413 "
                        + "`module_memory_too_large`; growing beyond it fails inside the guest."))
            tableElements = try reader.read(
                Setting(
                    "LIMIT_TABLE_ELEMENTS", .count(of: "elements", in: 1...10_000_000), default: .value(1 << 20),
                    "Most elements of all tables of a guest."))
            deadline = try reader.read(
                Setting(
                    "LIMIT_DEADLINE_MS", .milliseconds(in: 1...3_600_000), default: .value(.seconds(30)),
                    "Duration of a call after which it is answered with 504 `invoke_timeout`. It is the default and "
                        + "the most a client can ask for."))
            instances = try reader.read(
                Setting(
                    "LIMIT_INSTANCES", .count(of: "instances", in: 1...10_000), default: .value(1000),
                    "Live instances of the node."))
            waiting = try reader.read(
                Setting(
                    "LIMIT_WAITING", .count(of: "calls", in: 0...100_000), default: .value(1024),
                    "Calls that wait for an instance; more are answered with 503 `capacity_exhausted`."))
            requestRead = try reader.read(
                Setting(
                    "LIMIT_REQUEST_READ_SECONDS", .seconds(in: 1...3600), default: .value(.seconds(30)),
                    "Time to receive a whole request; a slower client is answered with 408 `request_timeout`."))
            idleConnection = try reader.read(
                Setting(
                    "LIMIT_IDLE_CONNECTION_SECONDS", .seconds(in: 1...3600), default: .value(.seconds(60)),
                    "Time a connection may stay open without a request."))
            connections = try reader.read(
                Setting(
                    "LIMIT_CONNECTIONS", .count(of: "connections", in: 1...1_000_000), default: .value(16_384),
                    "Open connections. The process also needs a file descriptor for each."))
            compileQueue = try reader.read(
                Setting(
                    "LIMIT_COMPILE_QUEUE", .count(of: "modules", in: 1...10_000), default: .value(64),
                    "Modules that wait to be compiled; more are answered with 503 `capacity_exhausted`."))
            loadedModules = try reader.read(
                Setting(
                    "LIMIT_LOADED_MODULES", .count(of: "modules", in: 1...100_000), default: .value(1024),
                    "Compiled modules kept mapped into memory; the others are read from disk when called."))
            bufferedBodyBytes = try reader.read(
                Setting(
                    "LIMIT_BUFFERED_BODY_BYTES", .bytes(in: 1 << 10...64 << 30), default: .value(512 << 20),
                    "All request bodies held in memory at the same time. At least `limit.body_bytes`, or the largest "
                        + "body could never be received."))
            guestStackBytes = try reader.read(
                Setting(
                    "LIMIT_GUEST_STACK_BYTES", .bytes(in: 64 << 10...1 << 20), default: .value(512 << 10),
                    "Stack of a guest; a deeper recursion traps."))
            timeSlice = try reader.read(
                Setting(
                    "LIMIT_TIME_SLICE_MS", .milliseconds(in: 1...10), default: .value(.milliseconds(2)),
                    "Time a guest keeps a thread while others wait."))
            deviceMemoryBytesPerTenant = try reader.read(
                Setting(
                    "LIMIT_GPU_MEMORY_BYTES_PER_TENANT", .bytes(in: 1 << 20...1 << 40), default: .value(256 << 20),
                    "Device memory of a tenant, and of each of its instances; allocating beyond it fails inside the guest. "
                        + "The CPU device takes it from the memory of the server."))
            instancesPerTenant = try reader.read(
                Setting(
                    "LIMIT_INSTANCES_PER_TENANT", .count(of: "instances", in: 1...10_000), default: .value(256),
                    "Live instances of a tenant; a further call is answered with 429 `tenant_capacity_exhausted`."))
            memoryBytesPerTenant = try reader.read(
                Setting(
                    "LIMIT_CPU_MEMORY_BYTES_PER_TENANT", .bytes(in: 64 << 10...1 << 44), default: .value(64 << 30),
                    "Linear memory that the live instances of a tenant may declare together; a module without a "
                        + "maximum counts with `limit.memory_bytes`. Beyond it calls are answered with 429 "
                        + "`tenant_capacity_exhausted`."))
            jobs = try reader.read(
                Setting(
                    "LIMIT_JOBS", .count(of: "jobs", in: 1...100_000), default: .value(4096),
                    "Outstanding asynchronous jobs and streams of the node; more are answered with 503 "
                        + "`capacity_exhausted`."))
            jobsPerTenant = try reader.read(
                Setting(
                    "LIMIT_JOBS_PER_TENANT", .count(of: "jobs", in: 1...100_000), default: .value(256),
                    "Outstanding asynchronous jobs and streams of a tenant; more are answered with 429 "
                        + "`tenant_capacity_exhausted`."))
            runningJobs = try reader.read(
                Setting(
                    "LIMIT_RUNNING_JOBS", .count(of: "jobs", in: 1...10_000), default: .value(64),
                    "Jobs that run at the same time; the others wait, and tenants take turns."))
            jobRetention = try reader.read(
                Setting(
                    "LIMIT_JOB_RETENTION_HOURS", .hours(in: 1...8_760), default: .value(.seconds(7 * 24 * 3_600)),
                    "How long finished jobs and their results are kept."))
            ratePerTenant = try reader.read(
                Setting(
                    "LIMIT_RATE_PER_TENANT", .count(of: "requests per second", in: 0...1_000_000), default: .value(10),
                    "Requests a second of a token for one tenant, 0 for no limit; more are answered with 429 "
                        + "`rate_limited`. Has no effect in development mode."))
            burstPerTenant = try reader.read(
                Setting(
                    "LIMIT_BURST_PER_TENANT", .count(of: "requests", in: 1...1_000_000), default: .value(20),
                    "Requests of a token for one tenant at once."))
        }
    }
}
