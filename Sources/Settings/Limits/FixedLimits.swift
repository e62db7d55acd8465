/// The limits that clients may rely on and that no configuration changes, in one place with their units and reasons.
///
/// ```swift
/// guard arguments.count <= FixedLimits.argumentsPerCall.value else { … }
/// ```
public enum FixedLimits: Sendable, CaseIterable {
    /// Arguments of one call.
    case argumentsPerCall
    /// Length of a function's name in bytes of UTF-8; the shortest is 1.
    case functionNameBytes
    /// Output of the guest that an answer carries, for each of standard output and standard error.
    case capturedOutputBytes
    /// Guest frames that a trap reports.
    case trapFrames
    /// Items of a list when the client does not ask for a number.
    case listItemsDefault
    /// Items of a list at most.
    case listItems
    /// Length of the `Authorization` header.
    case authorizationBytes
    /// Length of a bearer token: what remains of ``authorizationBytes`` after the scheme.
    case bearerTokenBytes
    /// Size of all headers of a request together.
    case headerListBytes
    /// Length of an `Idempotency-Key`.
    case idempotencyKeyBytes
    /// How long an `Idempotency-Key` is remembered.
    case idempotencyHours
    /// Size of a job's result.
    case jobResultBytes
    /// Beginnings of one job, after each of which the process died.
    case jobAttempts
    /// Size of one chunk of a stream.
    case streamChunkBytes
    /// Bytes of all chunks of a stream.
    case streamBytes
    /// Chunks that a guest may be ahead of its client.
    case streamChunksInFlight
    /// Rate-limit buckets that are kept.
    case rateLimitBuckets
    /// Answers with status 429 that a connection gets at once.
    case refusalsAtOnce
    /// Answers with status 429 that a connection gets in the long run, per second.
    case refusalsPerSecond
    /// Tenants with metric series of their own.
    case tenantSeries
    /// Size of the configuration file.
    case configurationFileBytes
    /// Length of the text of one setting.
    case settingValueBytes

    /// The number alone.
    public var value: Int { limit.value }

    /// The limit with its unit and the reason for it.
    public var limit: FixedLimit {
        switch self {
        case .argumentsPerCall:
            FixedLimit(
                "Arguments of a call", 256, "arguments",
                "Far above any useful export, and small enough to convert before a call is admitted.")
        case .functionNameBytes:
            FixedLimit(
                "Name of a function (at least 1)", 256, "bytes",
                "Names stand in lists, logs and indexes; they are labels, not content.")
        case .capturedOutputBytes:
            FixedLimit(
                "Captured output, per stream", 64 << 10, "bytes",
                "The answer holds it in memory; a guest with more to say streams it.")
        case .trapFrames:
            FixedLimit(
                "Guest frames in a trap", 20, "frames",
                "Enough to find the fault; a runaway recursion would otherwise fill the answer.")
        case .listItemsDefault:
            FixedLimit("Items of a list unless asked", 100, "items", "A page that is quick to read and to send.")
        case .listItems:
            FixedLimit(
                "Items of a list", 1000, "items", "Bounds the memory and the time one request can take from storage.")
        case .authorizationBytes:
            FixedLimit(
                "`Authorization` header", 1024, "bytes",
                "It is checked before anything about the client is known, so the work on it must be small.")
        case .bearerTokenBytes:
            FixedLimit(
                "Bearer token", 1024 - "Bearer ".utf8.count, "bytes",
                "A longer one could be configured, but never sent within the `Authorization` limit.")
        case .headerListBytes:
            FixedLimit(
                "Headers of a request together", 80 << 10, "bytes",
                "They are held in memory per connection before the request is checked.")
        case .idempotencyKeyBytes:
            FixedLimit("`Idempotency-Key`", 255, "bytes", "Room for any usual identifier; each is stored for a day.")
        case .idempotencyHours:
            FixedLimit(
                "An `Idempotency-Key` is remembered", 24, "hours",
                "Longer than any client retries, and short enough not to fill the disk.")
        case .jobResultBytes:
            FixedLimit(
                "Result of a job", 1 << 20, "bytes",
                "Results are kept for days. Captured output, the largest part of one, is bounded below it.")
        case .jobAttempts:
            FixedLimit(
                "Beginnings of one job", 16, "attempts",
                "A job that the process dies of each time must not keep it from ever serving again.")
        case .streamChunkBytes:
            FixedLimit("Chunk of a stream", 64 << 10, "bytes", "A larger one would be cut for the network anyway.")
        case .streamBytes:
            FixedLimit("All chunks of a stream", 64 << 20, "bytes", "As much as the largest request may bring.")
        case .streamChunksInFlight:
            FixedLimit(
                "Chunks a guest is ahead of its client", 32, "chunks",
                "Enough to hide the network's delay; with one more the guest waits, so that memory stays bounded.")
        case .rateLimitBuckets:
            FixedLimit(
                "Rate-limit buckets", 65_536, "buckets",
                "A token for all tenants could otherwise fill the memory by naming ever new ones; further ones share one "
                    + "bucket.")
        case .refusalsAtOnce:
            FixedLimit(
                "Answers 429 that a connection gets at once", 10, "answers",
                "A client that keeps to `Retry-After` never gets so many; one that does not costs everybody time.")
        case .refusalsPerSecond:
            FixedLimit(
                "Answers 429 of a connection after that", 2, "answers per second",
                "Further ones are held back for up to a second each; nothing else waits.")
        case .tenantSeries:
            FixedLimit(
                "Tenants with metric series of their own", 1000, "tenants",
                "Each costs memory here and in every collector; the rest is counted as `other`.")
        case .configurationFileBytes:
            FixedLimit(
                "Configuration file", 1 << 20, "bytes", "A wrong path, such as a device, must not fill the memory.")
        case .settingValueBytes:
            FixedLimit("Text of one setting", 4096, "bytes", "The longest path that Linux accepts.")
        }
    }
}
