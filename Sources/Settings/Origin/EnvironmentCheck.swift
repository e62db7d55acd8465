/// Looks for variables of this system that no setting reads.
enum EnvironmentCheck {
    /// Warnings for variables without effect.
    ///
    /// An unknown variable is no error, because the environment is shared: it may be meant for another version or for a
    /// program beside this one.
    ///
    /// - Throws: ``SettingsError/Code/notEnforced`` for a protection that this version does not have.
    static func warnings(for environment: [String: String]) throws(SettingsError) -> [String] {
        let declared = Set(SettingCatalogue.declared.map(\.variable))
        var warnings: [String] = []
        for variable in environment.keys.sorted() where variable.hasPrefix(SettingKey.prefix) {
            if declared.contains(variable) { continue }
            guard let reserved = ReservedVariable.all.first(where: { $0.key.variable == variable }) else {
                warnings.append("\(QuotedText(variable)) (environment) is not a setting and has no effect")
                continue
            }
            switch reserved.handling {
            case .refused: throw reserved.refusal(named: variable, origin: .environment)
            case .ignored: warnings.append(reserved.warning(named: variable, origin: .environment))
            case .readElsewhere: break
            }
        }
        return warnings
    }
}
