// Syntaxes of the settings that say who may do what.

extension SettingKind<Secret> {
    /// A list of tokens with their scopes. Its entries are read, and faults told by their position, by those who know them.
    static var tokenList: Self {
        SettingKind(
            name: "tokens", allowed: "`token`, `token:tenant=*`, `token:tenant=1,2`, separated by commas",
            isSecret: true,
            parse: { (text) throws(ValueFault) in Secret(text) },
            format: \.description)
    }
}

extension SettingKind<HostList> {
    /// Host names.
    static var hosts: Self {
        SettingKind(
            name: "hosts", allowed: "names, `*.` before a domain, with a port or without, separated by commas",
            parse: { (text) throws(ValueFault) in try HostList(parsing: text) },
            format: { $0.entries.joined(separator: ",") })
    }
}

extension SettingKind<AddressList> {
    /// Addresses and networks.
    static var addresses: Self {
        SettingKind(
            name: "addresses", allowed: "addresses and networks in CIDR notation, separated by commas",
            parse: { (text) throws(ValueFault) in try AddressList(parsing: text) },
            format: { $0.entries.joined(separator: ",") })
    }
}

extension SettingKind<OriginList> {
    /// Web origins.
    static var origins: Self {
        SettingKind(
            name: "origins", allowed: "origins separated by commas, or `*`",
            parse: { (text) throws(ValueFault) in try OriginList(parsing: text) },
            format: { $0.allowsAny ? "*" : $0.origins.joined(separator: ",") })
    }
}

extension SettingKind<AuditSink> {
    /// Where audit records go.
    static var auditDestination: Self {
        SettingKind(
            name: "destination", allowed: "`none`, `stdout`, `file:/path`",
            parse: { (text) throws(ValueFault) in try AuditSink(parsing: text) },
            format: \.text)
    }
}

extension SettingKind<TenantWeights> {
    /// Shares of tenants.
    static var tenantWeights: Self {
        SettingKind(
            name: "weights", allowed: "`tenant=weight` separated by commas, weights 1 … \(TenantWeights.maximum)",
            parse: { (text) throws(ValueFault) in try TenantWeights(parsing: text) },
            format: \.text)
    }
}
