extension OpcodeTable {
    /// Everything but vectors and atomics (WebAssembly 3.0, "Instructions" of the binary format).
    static let scalarRuns: [Run] = [
        Run(0x00, .none, "unreachable nop"),
        Run(0x02, .block, "block loop if"),
        Run(0x05, .none, "else"),
        Run(0x08, .tag, "throw"),
        Run(0x0A, .none, "throw_ref end"),
        Run(0x0C, .label, "br br_if"),
        Run(0x0E, .branchTable, "br_table"),
        Run(0x0F, .none, "return"),
        Run(0x10, .function, "call"),
        Run(0x11, .typeTable, "call_indirect"),
        Run(0x12, .function, "return_call"),
        Run(0x13, .typeTable, "return_call_indirect"),
        Run(0x14, .type, "call_ref return_call_ref"),
        Run(0x1A, .none, "drop select"),
        Run(0x1C, .valueTypes, "select_typed"),
        Run(0x1F, .tryTable, "try_table"),
        Run(0x20, .local, "local.get local.set local.tee"),
        Run(0x23, .global, "global.get global.set"),
        Run(0x25, .table, "table.get table.set"),
        Run(
            0x28, .memoryArgument,
            """
            i32.load i64.load f32.load f64.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u i64.load8_s \
            i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u i32.store i64.store f32.store f64.store \
            i32.store8 i32.store16 i64.store8 i64.store16 i64.store32
            """),
        Run(0x3F, .memory, "memory.size memory.grow"),
        Run(0x41, .i32, "i32.const"),
        Run(0x42, .i64, "i64.const"),
        Run(0x43, .f32, "f32.const"),
        Run(0x44, .f64, "f64.const"),
        Run(
            0x45, .none,
            """
            i32.eqz i32.eq i32.ne i32.lt_s i32.lt_u i32.gt_s i32.gt_u i32.le_s i32.le_u i32.ge_s i32.ge_u i64.eqz \
            i64.eq i64.ne i64.lt_s i64.lt_u i64.gt_s i64.gt_u i64.le_s i64.le_u i64.ge_s i64.ge_u f32.eq f32.ne \
            f32.lt f32.gt f32.le f32.ge f64.eq f64.ne f64.lt f64.gt f64.le f64.ge i32.clz i32.ctz i32.popcnt i32.add \
            i32.sub i32.mul i32.div_s i32.div_u i32.rem_s i32.rem_u i32.and i32.or i32.xor i32.shl i32.shr_s \
            i32.shr_u i32.rotl i32.rotr i64.clz i64.ctz i64.popcnt i64.add i64.sub i64.mul i64.div_s i64.div_u \
            i64.rem_s i64.rem_u i64.and i64.or i64.xor i64.shl i64.shr_s i64.shr_u i64.rotl i64.rotr f32.abs f32.neg \
            f32.ceil f32.floor f32.trunc f32.nearest f32.sqrt f32.add f32.sub f32.mul f32.div f32.min f32.max \
            f32.copysign f64.abs f64.neg f64.ceil f64.floor f64.trunc f64.nearest f64.sqrt f64.add f64.sub f64.mul \
            f64.div f64.min f64.max f64.copysign i32.wrap_i64 i32.trunc_f32_s i32.trunc_f32_u i32.trunc_f64_s \
            i32.trunc_f64_u i64.extend_i32_s i64.extend_i32_u i64.trunc_f32_s i64.trunc_f32_u i64.trunc_f64_s \
            i64.trunc_f64_u f32.convert_i32_s f32.convert_i32_u f32.convert_i64_s f32.convert_i64_u f32.demote_f64 \
            f64.convert_i32_s f64.convert_i32_u f64.convert_i64_s f64.convert_i64_u f64.promote_f32 \
            i32.reinterpret_f32 i64.reinterpret_f64 f32.reinterpret_i32 f64.reinterpret_i64 i32.extend8_s \
            i32.extend16_s i64.extend8_s i64.extend16_s i64.extend32_s
            """),
        Run(0xD0, .heapType, "ref.null"),
        Run(0xD1, .none, "ref.is_null"),
        Run(0xD2, .function, "ref.func"),
        Run(0xD3, .none, "ref.eq ref.as_non_null"),
        Run(0xD5, .label, "br_on_null br_on_non_null"),
        Run(0xB000, .type, "struct.new struct.new_default"),
        Run(0xB002, .typeField, "struct.get struct.get_s struct.get_u struct.set"),
        Run(0xB006, .type, "array.new array.new_default"),
        Run(0xB008, .typeCount, "array.new_fixed"),
        Run(0xB009, .typeData, "array.new_data"),
        Run(0xB00A, .typeElement, "array.new_elem"),
        Run(0xB00B, .type, "array.get array.get_s array.get_u array.set"),
        Run(0xB00F, .none, "array.len"),
        Run(0xB010, .type, "array.fill"),
        Run(0xB011, .typeType, "array.copy"),
        Run(0xB012, .typeData, "array.init_data"),
        Run(0xB013, .typeElement, "array.init_elem"),
        Run(0xB014, .heapType, "ref.test ref.test_null ref.cast ref.cast_null"),
        Run(0xB018, .branchCast, "br_on_cast br_on_cast_fail"),
        Run(0xB01A, .none, "any.convert_extern extern.convert_any ref.i31 i31.get_s i31.get_u"),
        Run(
            0xC000, .none,
            """
            i32.trunc_sat_f32_s i32.trunc_sat_f32_u i32.trunc_sat_f64_s i32.trunc_sat_f64_u i64.trunc_sat_f32_s \
            i64.trunc_sat_f32_u i64.trunc_sat_f64_s i64.trunc_sat_f64_u
            """),
        Run(0xC008, .dataMemory, "memory.init"),
        Run(0xC009, .data, "data.drop"),
        Run(0xC00A, .memoryMemory, "memory.copy"),
        Run(0xC00B, .memory, "memory.fill"),
        Run(0xC00C, .elementTable, "table.init"),
        Run(0xC00D, .element, "elem.drop"),
        Run(0xC00E, .tableTable, "table.copy"),
        Run(0xC00F, .table, "table.grow table.size table.fill"),
        Run(0xC013, .none, "i64.add128 i64.sub128 i64.mul_wide_s i64.mul_wide_u"),
    ]
}
