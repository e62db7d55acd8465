function __tensor-wasm_should_offer_completions_for_flags_or_options -a expected_commands
    set -l non_repeating_flags_or_options $argv[2..]
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __tensor-wasm_parse_tokens
    test "$commands" = "$expected_commands"; and return $non_repeating_flags_or_options_absent
end

function __tensor-wasm_should_offer_completions_for_positional -a expected_commands positional_index_comparison expected_positional_index
    set -l non_repeating_flags_or_options
    set -l non_repeating_flags_or_options_absent 0
    set -l positional_index 0
    set -l commands
    __tensor-wasm_parse_tokens
    test "$commands" = "$expected_commands" -a \( "$positional_index" "$positional_index_comparison" "$expected_positional_index" \)
end

function __tensor-wasm_parse_tokens -S
    set -l unparsed_tokens (__tensor-wasm_tokens -pc)
    switch $unparsed_tokens[1]
    case 'tensor-wasm'
        __tensor-wasm_parse_subcommand 0 'version' 'h/help'
        switch $unparsed_tokens[1]
        case 'serve'
            __tensor-wasm_parse_subcommand 0 'addr=' 'data-dir=' 'preload=' 'config=' 'tenant-header-policy=' 'allow-plaintext-public' 'check-only' 'version' 'h/help'
        case 'run'
            __tensor-wasm_parse_subcommand 1 'export=' 'args=' 'input=' 'input-file=' 'deadline-ms=' 'output=' 'version' 'h/help'
        case 'deploy'
            __tensor-wasm_parse_subcommand 1 'name=' 'idempotency-key=' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
        case 'functions'
            __tensor-wasm_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __tensor-wasm_parse_subcommand 0 'name=' 'limit=' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            case 'show'
                __tensor-wasm_parse_subcommand 1 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            case 'delete'
                __tensor-wasm_parse_subcommand 1 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            end
        case 'invoke'
            __tensor-wasm_parse_subcommand 1 'export=' 'args=' 'input=' 'input-file=' 'deadline-ms=' 'async' 'wait' 'stream' 'idempotency-key=' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
        case 'jobs'
            __tensor-wasm_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'list'
                __tensor-wasm_parse_subcommand 0 'status=' 'function=' 'limit=' 'all' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            case 'show'
                __tensor-wasm_parse_subcommand 1 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            case 'cancel'
                __tensor-wasm_parse_subcommand 1 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            case 'wait'
                __tensor-wasm_parse_subcommand 1 'timeout=' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
            end
        case 'bench'
            __tensor-wasm_parse_subcommand 1 'export=' 'args=' 'iterations=' 'warmup=' 'output=' 'version' 'h/help'
        case 'kernel'
            __tensor-wasm_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'check'
                __tensor-wasm_parse_subcommand 1 'output=' 'version' 'h/help'
            end
        case 'metrics'
            __tensor-wasm_parse_subcommand 0 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
        case 'observe'
            __tensor-wasm_parse_subcommand 0 'interval=' 'once' 'metrics-token-file=' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
        case 'admin'
            __tensor-wasm_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'instance'
                __tensor-wasm_parse_subcommand 0 'version' 'h/help'
                switch $unparsed_tokens[1]
                case 'list'
                    __tensor-wasm_parse_subcommand 0 'all-tenants' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
                case 'terminate'
                    __tensor-wasm_parse_subcommand 1 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
                end
            end
        case 'token'
            __tensor-wasm_parse_subcommand 0 'version' 'h/help'
            switch $unparsed_tokens[1]
            case 'new'
                __tensor-wasm_parse_subcommand 0 'tenants=' 'output=' 'version' 'h/help'
            case 'hash'
                __tensor-wasm_parse_subcommand 0 'output=' 'version' 'h/help'
            end
        case 'backup'
            __tensor-wasm_parse_subcommand 1 'replace' 'data-dir=' 'config=' 'output=' 'version' 'h/help'
        case 'restore'
            __tensor-wasm_parse_subcommand 1 'data-dir=' 'output=' 'version' 'h/help'
        case 'config'
            __tensor-wasm_parse_subcommand 0 'config=' 'output=' 'version' 'h/help'
        case 'doctor'
            __tensor-wasm_parse_subcommand 0 'config=' 'server=' 'tenant=' 'token=' 'ca-file=' 'cert=' 'key=' 'output=' 'version' 'h/help'
        case 'completions'
            __tensor-wasm_parse_subcommand 1 'version' 'h/help'
        case 'man'
            __tensor-wasm_parse_subcommand 0 'version' 'h/help'
        case 'help'
            __tensor-wasm_parse_subcommand -r 1 'version'
        end
    end
end

function __tensor-wasm_tokens
    if test (string split -m 1 -f 1 -- . "$FISH_VERSION") -gt 3
        commandline --tokens-raw $argv
    else
        commandline -o $argv
    end
end

function __tensor-wasm_parse_subcommand -S -a positional_count
    argparse -s r -- $argv
    set -l option_specs $argv[2..]
    set -l is_repeating_positional $_flag_r
    set -el _flag_r
    set -a commands $unparsed_tokens[1]
    set positional_index 0
    while true
        set -e unparsed_tokens[1]
        argparse -sn "$commands" $option_specs -- $unparsed_tokens 2> /dev/null
        set unparsed_tokens $argv
        set positional_index (math $positional_index + 1)
        for non_repeating_flag_or_option in $non_repeating_flags_or_options
            if set -ql "_flag_$(string replace -a - _ -- $non_repeating_flag_or_option)"
                set non_repeating_flags_or_options_absent 1
                break
            end
        end
        test (count $unparsed_tokens) -eq 0 -o \( -z "$is_repeating_positional" -a "$positional_index" -gt "$positional_count" \) && break
    end
end

function __tensor-wasm_complete_directories
    set -l token (commandline -t)
    string match -- '*/' $token
    set -l subdirs $token*/
    printf %s\n $subdirs
end

function __tensor-wasm_custom_completion
    set -x SAP_SHELL fish
    set -x SAP_SHELL_VERSION $FISH_VERSION
    set -l tokens (__tensor-wasm_tokens -p)
    if test -z "$(__tensor-wasm_tokens -t)"
        set -l index (count (__tensor-wasm_tokens -pc))
        set tokens $tokens[..$index] \'\' $tokens[(math $index + 1)..]
    end
    command $tokens[1] $argv $tokens
end

complete -c 'tensor-wasm' -f
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'serve' -d 'Serve functions over HTTP.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'run' -d 'Call a module once, on this machine.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'deploy' -d 'Upload a module to the server.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'functions' -d 'List, show or delete the functions of the server.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'invoke' -d 'Call a deployed function.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'jobs' -d 'List, show, cancel or wait for jobs, which `invoke --async` makes.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'bench' -d 'Measure spawn, call and drop of a module on this machine.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'kernel' -d 'Look at kernels in PTX files.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'metrics' -d 'Print the server\'s metrics in the Prometheus text format.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'observe' -d 'Show a live board of the server: rates, latencies, tenants, jobs.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'admin' -d 'Look at and end what runs on the server.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'token' -d 'Make a token, or the hash of one for the server\'s list.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'backup' -d 'Write everything a server has stored into one file.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'restore' -d 'Make a data directory of a backup.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'config' -d 'Print the settings in force and where each comes from.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'doctor' -d 'Check this machine, its limits, the engine, the device and the storage.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'completions' -d 'Print a completion script for a shell.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'man' -d 'Print the manual page, for `tensor-wasm man | man -l -`.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm" -eq 1' -fa 'help' -d 'Show subcommand help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" addr' -l 'addr' -d 'Address to listen on. (default: 127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" data-dir' -l 'data-dir' -d 'Directory of the functions and compiled code.' -rfa '(__tensor-wasm_complete_directories)'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" preload' -l 'preload' -d 'Deploy every .wasm and .wat file of this directory that is not deployed yet.' -rfa '(__tensor-wasm_complete_directories)'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" config' -l 'config' -d 'Configuration file. Also TENSOR_WASM_CONFIG. (default: tensor-wasm.yaml, if it exists)' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" tenant-header-policy' -l 'tenant-header-policy' -d 'Whether calls must name their tenant: optional or required. (default: optional)' -rfka 'optional required'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" allow-plaintext-public' -l 'allow-plaintext-public' -d 'Allow an address that other machines reach, although nothing encrypts or authenticates.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" check-only' -l 'check-only' -d 'Check the settings, the data directory and the engine, and end without serving.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm serve" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm run" -eq 1' -F
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" export' -l 'export' -d 'Export to call; without it _start, else main.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" args' -l 'args' -d 'Arguments as a JSON array, for example \'[2, 40]\'. 64-bit integers keep their value.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" input' -l 'input' -d 'Text the guest reads as its input and standard input.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" input-file' -l 'input-file' -d 'File the guest reads as its input and standard input; - is standard input.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" deadline-ms' -l 'deadline-ms' -d 'Stop the call after this many milliseconds.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm run" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm deploy" -eq 1' -F
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" name' -l 'name' -d 'Name of the function; without it the file\'s, without its extension.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" idempotency-key' -l 'idempotency-key' -d 'Carry this out once: the same key with the same request gets the first answer again, for a day.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm deploy" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm functions" -eq 1' -fa 'list' -d 'List functions.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm functions" -eq 1' -fa 'show' -d 'Show one function.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm functions" -eq 1' -fa 'delete' -d 'Delete one function.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" name' -l 'name' -d 'Only functions with exactly this name.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" limit' -l 'limit' -d 'At most this many functions.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm functions delete" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" export' -l 'export' -d 'Export to call; without it _start, else main.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" args' -l 'args' -d 'Arguments as a JSON array, for example \'[2, 40]\'. 64-bit integers keep their value.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" input' -l 'input' -d 'Text the guest reads as its input and standard input.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" input-file' -l 'input-file' -d 'File the guest reads as its input and standard input; - is standard input.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" deadline-ms' -l 'deadline-ms' -d 'Stop the call after this many milliseconds.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" async' -l 'async' -d 'Leave a job with the server and print its id.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" wait' -l 'wait' -d 'With --async: wait for the job\'s end and print its result.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" stream' -l 'stream' -d 'Write what the guest emits as it arrives.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" idempotency-key' -l 'idempotency-key' -d 'Carry this out once: the same key with the same request gets the first answer again, for a day.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm invoke" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm jobs" -eq 1' -fa 'list' -d 'List jobs, the oldest first.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm jobs" -eq 1' -fa 'show' -d 'Show one job with its result.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm jobs" -eq 1' -fa 'cancel' -d 'Cancel one job.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm jobs" -eq 1' -fa 'wait' -d 'Wait for a job\'s end and print its result.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" status' -l 'status' -d 'Only jobs in this state.' -rfka 'pending completed failed cancelled'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" function' -l 'function' -d 'Only jobs of this function: an id or a name; of several with the same name the newest.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" limit' -l 'limit' -d 'At most this many jobs. (default: 100)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" all' -l 'all' -d 'All jobs, from as many pages as it takes.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs show" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs cancel" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" timeout' -l 'timeout' -d 'Give up waiting after this many seconds.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm jobs wait" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm bench" -eq 1' -F
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" export' -l 'export' -d 'Export to call; without it _start, else main.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" args' -l 'args' -d 'Arguments as a JSON array, for example \'[2, 40]\'. 64-bit integers keep their value.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" iterations' -l 'iterations' -d 'Calls to measure.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" warmup' -l 'warmup' -d 'Calls before the measurement.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm bench" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm kernel" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm kernel" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm kernel" -eq 1' -fa 'check' -d 'Check a PTX file and describe its kernels.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm kernel check" -eq 1' -fa '(for p in (string match -e -- \'*/\' (commandline -t);or printf \n)*.\'ptx\';printf %s\n $p;end;__fish_complete_directories (commandline -t) \'\')'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm kernel check" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm kernel check" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm kernel check" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm metrics" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" interval' -l 'interval' -d 'Time between two looks at the server.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" once' -l 'once' -d 'Look twice, print one board and end.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" metrics-token-file' -l 'metrics-token-file' -d 'File with the token that the server\'s metrics ask for, where it is another one; - is standard input.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm observe" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm admin" -eq 1' -fa 'instance' -d 'List or terminate live instances.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm admin instance" -eq 1' -fa 'list' -d 'List the calls that run or wait at the moment.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm admin instance" -eq 1' -fa 'terminate' -d 'End the call that runs in an instance.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" all-tenants' -l 'all-tenants' -d 'Those of every tenant; needs a token for all tenants.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance list" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm admin instance terminate" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm token" -eq 1' -fa 'new' -d 'Make a token with 256 random bits, and its entry for the server\'s list.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm token" -eq 1' -fa 'hash' -d 'Print what may stand in the server\'s list in place of a token.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token new" tenants' -l 'tenants' -d 'Tenants it may act for: ids separated by commas, or *.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token new" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token new" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token new" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token hash" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token hash" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm token hash" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm backup" -eq 1' -F
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm backup" replace' -l 'replace' -d 'Replace the file if it exists.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm backup" data-dir' -l 'data-dir' -d 'Data directory; without it the one that a server started here would have.' -rfa '(__tensor-wasm_complete_directories)'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm backup" config' -l 'config' -d 'Configuration file of the server. Also TENSOR_WASM_CONFIG.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm backup" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm backup" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm backup" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm restore" -eq 1' -F
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm restore" data-dir' -l 'data-dir' -d 'The new data directory.' -rfa '(__tensor-wasm_complete_directories)'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm restore" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm restore" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm restore" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm config" config' -l 'config' -d 'Configuration file. Also TENSOR_WASM_CONFIG. (default: tensor-wasm.yaml, if any)' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm config" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm config" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm config" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" config' -l 'config' -d 'Configuration file of the server. Also TENSOR_WASM_CONFIG.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" server' -l 'server' -d 'Base URL of the server. Also TENSOR_WASM_SERVER. (default: http://127.0.0.1:8080)' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" tenant' -l 'tenant' -d 'Tenant to act as, an unsigned integer.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" token' -l 'token' -d 'Bearer token. Prefer TENSOR_WASM_TOKEN: arguments are visible to every user of the machine and stay in the shell\'s history.' -rfka ''
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" ca-file' -l 'ca-file' -d 'Certificates (PEM) that the server\'s must come from; without it those of the system.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" cert' -l 'cert' -d 'Certificate (PEM) to show to a server that asks for one; needs --key.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" key' -l 'key' -d 'Private key (PEM) of --cert.' -rF
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" output' -l 'output' -d 'How to write results, and errors on standard error: for people, or as one line of JSON.' -rfka 'text json'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm doctor" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_positional "tensor-wasm completions" -eq 1' -fka 'bash zsh fish'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm completions" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm completions" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm man" version' -l 'version' -d 'Show the version.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm man" h help' -s 'h' -l 'help' -d 'Show help information.'
complete -c 'tensor-wasm' -n '__tensor-wasm_should_offer_completions_for_flags_or_options "tensor-wasm help" version' -l 'version' -d 'Show the version.'
