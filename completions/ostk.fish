# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_ostk_global_optspecs
    string join \n cloud= region= o/output= query= raw error-format= endpoint-url= ca-bundle= no-verify-ssl connect-timeout= read-timeout= color= q/quiet debug timing h/help V/version
end

function __fish_ostk_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_ostk_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_ostk_using_subcommand
    set -l cmd (__fish_ostk_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c ostk -n "__fish_ostk_needs_command" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_needs_command" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_needs_command" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_needs_command" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_needs_command" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_needs_command" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_needs_command" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_needs_command" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_needs_command" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_needs_command" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_needs_command" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_needs_command" -s V -l version -d 'Print version'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "instances" -d 'Virtual machines (Nova\'s servers)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "instance" -d 'Virtual machines (Nova\'s servers)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "keypairs" -d 'Public keys that are put into instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "keypair" -d 'Public keys that are put into instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "images" -d 'Images that instances boot from'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "image" -d 'Images that instances boot from'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "flavors" -d 'Sizes of instances (AWS\'s instance types)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "flavor" -d 'Sizes of instances (AWS\'s instance types)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "networks" -d 'Networks that instances are attached to'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "network" -d 'Networks that instances are attached to'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "security-groups" -d 'Rules for the traffic of instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "security-group" -d 'Rules for the traffic of instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "volumes" -d 'Block storage'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "volume" -d 'Block storage'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "configure" -d 'Show the settings of a cloud and where each comes from'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "whoami" -d 'Show who one is to the cloud: user, project, roles, and until when'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "completion" -d 'Print the completion script for a shell'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped and the like' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l tag -d 'Show instances with this tag (Nova\'s metadata) alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l label -d 'Show instances with this label (Nova\'s tag) alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l sort -d 'Sort by these keys, such as name or -created; without it the newest come first' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l all-projects -d 'List the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped and the like' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l tag -d 'Show instances with this tag (Nova\'s metadata) alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l label -d 'Show instances with this label (Nova\'s tag) alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l sort -d 'Sort by these keys, such as name or -created; without it the newest come first' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l all-projects -d 'List the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List them all'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -f -a "list" -d 'List the settings that are in force, and where each comes from'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table; auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l query -d 'Show this part of the answer alone: a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l error-format -d 'Write errors as text or json' -r -f -a "text\t'Lines for people'
json\t'One JSON object'"
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l endpoint-url -d 'Ask this address in place of the one in the catalog, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l ca-bundle -d 'Trust the certificates in this PEM file in place of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l connect-timeout -d 'Wait this long for a connection; 0 waits for ever [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l read-timeout -d 'Wait this long for the next piece of an answer; 0 waits for ever [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l color -d 'Colour what a terminal shows; NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -s q -l quiet -d 'Say nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -s h -l help -d 'Print help (see more with \'--help\')'
