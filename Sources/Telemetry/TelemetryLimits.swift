/// Every bound of this room, in one place.
///
/// A metrics page must stay small enough to be scraped every few seconds whatever clients, tenants and libraries do,
/// so each thing that could grow has a limit here.
public enum TelemetryLimits {
    /// Values an open label (`tenant_id`) may take before the rest is folded into `other`.
    public static let openLabelValues = 1_000
    /// Finite upper bounds of one histogram; the storage of every histogram series has this size.
    public static let histogramBounds = 23
    /// Values one bounded label may declare.
    public static let labelDomainValues = 4_096
    /// Series addressable in one grid: the product of its label domains.
    public static let gridSeries = 65_536
    /// Metric families that libraries may create through the swift-metrics backend.
    public static let libraryFamilies = 128
    /// Label combinations of one library family before the rest is folded into one overflow series.
    public static let librarySeriesPerFamily = 256
    /// Labels kept per library series; further dimensions are dropped.
    public static let libraryLabels = 8
    /// UTF-8 bytes kept of a library's label value.
    public static let libraryLabelValueBytes = 128
    /// UTF-8 bytes of a library's metric or label name; a longer metric is not recorded, a longer label dropped.
    public static let libraryNameBytes = 128
    /// Bytes read from one file below `/proc`.
    public static let procFileBytes = 4_096
    /// Entries counted in the process's table of file descriptors.
    public static let countedFileDescriptors = 1_048_576
}
