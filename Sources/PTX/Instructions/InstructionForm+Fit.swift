extension InstructionForm {
    /// How a spelling's modifiers compare with a form.
    enum Fit {
        /// They fit; what stands in each group.
        case fits([Modifier?])
        /// Modifiers without a place, and groups that must be filled and are not.
        case differs(excess: [Modifier], missing: [ModifierGroup])
    }

    /// How those modifiers compare with this form.
    func fit(_ written: [Modifier]) -> Fit {
        var filling = [Modifier?](repeating: nil, count: modifiers.count)
        var excess: [Modifier] = []
        var afterType = 0
        for modifier in written {
            let isType = modifier.scalarType != nil
            let place = modifiers[(isType ? afterType : 0)...].indices.first {
                filling[$0] == nil && modifiers[$0].alternatives.contains(modifier)
            }
            if let place {
                filling[place] = modifier
                if isType, modifiers[place].holdsType { afterType = place + 1 }
            } else if !acceptsOtherModifiers {
                excess.append(modifier)
            }
        }
        let missing = modifiers.indices.filter { filling[$0] == nil && !modifiers[$0].isOptional }.map { modifiers[$0] }
        return excess.isEmpty && missing.isEmpty ? .fits(filling) : .differs(excess: excess, missing: missing)
    }
}
