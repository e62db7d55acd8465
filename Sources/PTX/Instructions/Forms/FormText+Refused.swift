extension FormText {
    /// What no device here runs. Operands are not looked at beyond their names.
    static let refused = """
        cp .async .mbarrier .* ; * ; 7.0 80 refused
        cp .async .bulk .* ; * ; 8.0 90 refused
        cp .reduce .async .bulk .* ; * ; 8.0 90 refused
        mbarrier .* ; * ; 7.0 80 refused
        st .async|.bulk .* ; * ; 8.1 90 refused
        tensormap .* ; * ; 8.3 90 refused
        wgmma .* ; * ; 8.0 90 refused
        tcgen05 .* ; * ; 8.6 100 refused
        setmaxnreg .inc|.dec .sync .aligned .u32 ; i ; 8.0 90 refused
        mapa .* ; * ; 7.8 90 refused
        getctarank .* ; * ; 7.8 90 refused
        clusterlaunchcontrol .* ; * ; 8.6 100 refused
        multimem .* ; * ; 8.1 90 refused
        griddepcontrol .launch_dependents|.wait ; ; 7.8 90 refused
        istypep .texref|.samplerref|.surfref ; * ; 4.0 30 refused
        tex .* ; * ; - - refused
        tld4 .* ; * ; - - refused
        txq .* ; * ; - - refused
        suld .* ; * ; - - refused
        sust .* ; * ; - - refused
        sured .* ; * ; - - refused
        suq .* ; * ; - - refused
        vadd .* ; * ; - - refused
        vsub .* ; * ; - - refused
        vabsdiff .* ; * ; - - refused
        vmin .* ; * ; - - refused
        vmax .* ; * ; - - refused
        vshl .* ; * ; - - refused
        vshr .* ; * ; - - refused
        vmad .* ; * ; - - refused
        vset .* ; * ; - - refused
        vadd2 .* ; * ; - - refused
        vsub2 .* ; * ; - - refused
        vavrg2 .* ; * ; - - refused
        vabsdiff2 .* ; * ; - - refused
        vmin2 .* ; * ; - - refused
        vmax2 .* ; * ; - - refused
        vset2 .* ; * ; - - refused
        vadd4 .* ; * ; - - refused
        vsub4 .* ; * ; - - refused
        vavrg4 .* ; * ; - - refused
        vabsdiff4 .* ; * ; - - refused
        vmin4 .* ; * ; - - refused
        vmax4 .* ; * ; - - refused
        vset4 .* ; * ; - - refused
        """
}
