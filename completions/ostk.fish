# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_ostk_global_optspecs
    string join \n cloud= project= region= o/output= query= raw error-format= endpoint-url= ca-bundle= no-verify-ssl connect-timeout= read-timeout= color= q/quiet debug timing no-cli-pager no-cli-auto-prompt no-paginate cli-binary-format= cli-auto-prompt no-sign-request h/help V/version
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
complete -c ostk -n "__fish_ostk_needs_command" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_needs_command" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_needs_command" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_needs_command" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_needs_command" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_needs_command" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_needs_command" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_needs_command" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_needs_command" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_needs_command" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_needs_command" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_needs_command" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_needs_command" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_needs_command" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_needs_command" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_needs_command" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_needs_command" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_needs_command" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_needs_command" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_needs_command" -s V -l version -d 'Print version'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "instances" -d 'Create, control and inspect virtual machines (Nova\'s servers)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "instance" -d 'Create, control and inspect virtual machines (Nova\'s servers)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "keypairs" -d 'Manage the public keys that are put into instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "keypair" -d 'Manage the public keys that are put into instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "images" -d 'Show the images that instances boot from'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "image" -d 'Show the images that instances boot from'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "flavors" -d 'Show the sizes of instances (AWS\'s instance types)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "flavor" -d 'Show the sizes of instances (AWS\'s instance types)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "networks" -d 'Show the networks that instances are attached to'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "network" -d 'Show the networks that instances are attached to'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "security-groups" -d 'Show the rules for the traffic of instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "security-group" -d 'Show the rules for the traffic of instances'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "server-groups" -d 'Place instances together or apart (AWS\'s placement groups)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "server-group" -d 'Place instances together or apart (AWS\'s placement groups)'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "volumes" -d 'Manage block storage'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "volume" -d 'Manage block storage'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "top" -d 'Watch and control all instances on the whole screen'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "records" -d 'Query the journal of what this machine created'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "record" -d 'Query the journal of what this machine created'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "configure" -d 'Show the settings of a cloud and where each comes from'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "sandbox" -d 'Control the simulated cloud on this machine: --cloud sandbox'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "whoami" -d 'Show who you are to the cloud: user, project, roles and token expiry'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "completion" -d 'Print the completion script for a shell'
complete -c ostk -n "__fish_ostk_needs_command" -f -a "help" -d 'Show the help of a command, as --help does'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "list" -d 'List instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "describe" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "show" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "create" -d 'Create instances; alone on a terminal it asks for everything'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "run" -d 'Create instances; alone on a terminal it asks for everything'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "start" -d 'Start stopped instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "stop" -d 'Stop running instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "reboot" -d 'Reboot instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "pause" -d 'Pause running instances: freeze them, and keep their memory on the host'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "unpause" -d 'Let paused instances run again'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "delete" -d 'Delete instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "terminate" -d 'Delete instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "ssh" -d 'Open a shell on an instance, or run a command there'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "wait" -d 'Wait until instances are in a state'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "watch" -d 'Follow what happens to instances'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "console-log" -d 'Show what an instance has written to its console'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "metrics" -d 'Show how busy instances are: processors, memory, disks and network'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l sort -d 'Sort by these keys, such as name or -created; without it the newest come first' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l all-projects -d 'List the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l full -d 'Show every key, as describe does: the other services are asked, too'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l name -d 'The same as NAME, which an option with several words before it would take for one of them' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l image -l image-id -d 'The image to boot from: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l instance-type -l flavor -d 'The flavor: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l key-name -d 'The key pair whose public key the instance gets' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l network -l subnet-id -d 'A network: a name, an ID, auto, none, port=PORT, or NETWORK,ip=ADDRESS; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l security-group -d 'A security group: a name or an ID; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l security-group-ids -l security-groups -d 'Security groups, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l user-data -d 'What the guest is given at its first boot: text, file://PATH, fileb://PATH, or - for standard input' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l availability-zone -d 'Where to put it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l tag -d 'A tag (Nova\'s metadata); may be repeated; the tag Name is the instance\'s name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l tag-specifications -d 'Tags as AWS writes them: ResourceType=instance,Tags=[{Key=env,Value=ci}], JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l label -d 'A label (Nova\'s tag); may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l description -d 'A description' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l hostname -d 'The guest\'s host name, where it differs from the name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l server-group -d 'The server group that it belongs to: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l hint -d 'A hint for the scheduler; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l count -d 'How many: a number, or MIN:MAX' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l root-volume -d 'Boot from a new volume of so many GiB, made from the image' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l root-volume-type -d 'The type of that volume' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l boot-volume -d 'Boot from this volume: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l boot-snapshot -d 'Boot from a new volume made from this snapshot: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l volume -d 'A further volume: size=GIB, or id=VOLUME, with device=NAME, type=TYPE or keep; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l client-token -d 'Make a second try find the first one\'s instance: at most 64 characters of ASCII' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l cli-input-json -d 'Read all of this as JSON: the text itself, file://PATH, or - for standard input; flags win over it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l from-file -d 'Create all instances of this YAML file, or - for standard input; flags win over it' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l config-drive -d 'Give the guest its metadata on a drive'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l keep-root-volume -d 'Keep that volume when the instance is deleted'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l generate-cli-skeleton -d 'Print an empty form of that JSON, and do nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l dry-run -d 'Check the role, every reference and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l name -d 'The same as NAME, which an option with several words before it would take for one of them' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l image -l image-id -d 'The image to boot from: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l instance-type -l flavor -d 'The flavor: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l key-name -d 'The key pair whose public key the instance gets' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l network -l subnet-id -d 'A network: a name, an ID, auto, none, port=PORT, or NETWORK,ip=ADDRESS; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l security-group -d 'A security group: a name or an ID; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l security-group-ids -l security-groups -d 'Security groups, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l user-data -d 'What the guest is given at its first boot: text, file://PATH, fileb://PATH, or - for standard input' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l availability-zone -d 'Where to put it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l tag -d 'A tag (Nova\'s metadata); may be repeated; the tag Name is the instance\'s name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l tag-specifications -d 'Tags as AWS writes them: ResourceType=instance,Tags=[{Key=env,Value=ci}], JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l label -d 'A label (Nova\'s tag); may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l description -d 'A description' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l hostname -d 'The guest\'s host name, where it differs from the name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l server-group -d 'The server group that it belongs to: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l hint -d 'A hint for the scheduler; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l count -d 'How many: a number, or MIN:MAX' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l root-volume -d 'Boot from a new volume of so many GiB, made from the image' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l root-volume-type -d 'The type of that volume' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l boot-volume -d 'Boot from this volume: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l boot-snapshot -d 'Boot from a new volume made from this snapshot: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l volume -d 'A further volume: size=GIB, or id=VOLUME, with device=NAME, type=TYPE or keep; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l client-token -d 'Make a second try find the first one\'s instance: at most 64 characters of ASCII' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l cli-input-json -d 'Read all of this as JSON: the text itself, file://PATH, or - for standard input; flags win over it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l from-file -d 'Create all instances of this YAML file, or - for standard input; flags win over it' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l config-drive -d 'Give the guest its metadata on a drive'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l keep-root-volume -d 'Keep that volume when the instance is deleted'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l generate-cli-skeleton -d 'Print an empty form of that JSON, and do nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l dry-run -d 'Check the role, every reference and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l hard -d 'Switch off and on again, without asking the guest'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from reboot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from unpause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l force -d 'Delete at once, even where the cloud would keep it for a while'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l force -d 'Delete at once, even where the cloud would keep it for a while'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -s l -l user -d 'Log in as this user; without it, as the image says or as its name suggests' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -s i -l identity-file -d 'The private key; without it, that of the instance\'s key pair, or ssh\'s own choice' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l port -d 'The port' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l ssh-option -d 'An option for ssh, as in its configuration file, such as ProxyJump=bastion' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l private -d 'Go to the private address, even where there is a public one'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l ipv6 -d 'Go to an IPv6 address'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l wait -d 'Wait until the instance answers on the port'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l forget-host-keys -d 'Forget which host keys the instance had, as after a rebuild, and pin them anew'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l print -d 'Show the command line, and run nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from ssh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l interval -d 'Ask every so many seconds; without it, more often while things change' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l until -d 'End when every instance that is followed has come to this state (or exists)' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l for -d 'End after this time, such as 30s or 10m; with --until the exit code is then 124' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l interval -d 'Ask every so many seconds; without it, more often while things change' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l listen -d 'Serve a live page and the events over a WebSocket here, such as 127.0.0.1:8080, or 8080' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l token-file -d 'Take the address\'s token from this file, which is made if there is none: the address then stays the same when ostk is started again' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l steps -d 'Show each step of Nova\'s on the way too, not states alone'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l all-projects -d 'Watch the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l allow-remote -d 'Let other machines reach it; nothing that is sent is encrypted'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l tail -d 'Show the last N lines alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l interval -d 'With --follow, look again after this many seconds [default: 2]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -s f -l follow -d 'Go on showing what is new until interrupted, through reboots too'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l raw-terminal -d 'Pass control characters to the terminal as they are'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from console-log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l period -d 'Show one value for so many seconds; finer measures are averaged [default: 300]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l start-time -d 'Begin here, such as 2026-11-24T08:00:00Z; UTC where no zone is named [default: an hour before the end]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l end-time -d 'End here [default: now]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l interval -d 'With --watch, look again after this many seconds [default: 60; 5 for Nova\'s diagnostics]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l sample -d 'Where Nova\'s diagnostics are all that there is, measure rates for this long [default: 1]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l watch -d 'Look again and again until interrupted: on a terminal the same table, elsewhere each new value, once its period is over, as a line of JSON'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instances; and __fish_seen_subcommand_from metrics" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "list" -d 'List instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "describe" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "show" -d 'Show instances in full'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "create" -d 'Create instances; alone on a terminal it asks for everything'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "run" -d 'Create instances; alone on a terminal it asks for everything'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "start" -d 'Start stopped instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "stop" -d 'Stop running instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "reboot" -d 'Reboot instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "pause" -d 'Pause running instances: freeze them, and keep their memory on the host'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "unpause" -d 'Let paused instances run again'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "delete" -d 'Delete instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "terminate" -d 'Delete instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "ssh" -d 'Open a shell on an instance, or run a command there'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "wait" -d 'Wait until instances are in a state'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "watch" -d 'Follow what happens to instances'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "console-log" -d 'Show what an instance has written to its console'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and not __fish_seen_subcommand_from list describe show create run start stop reboot pause unpause delete terminate ssh wait watch console-log metrics" -f -a "metrics" -d 'Show how busy instances are: processors, memory, disks and network'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l sort -d 'Sort by these keys, such as name or -created; without it the newest come first' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l all-projects -d 'List the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l full -d 'Show every key, as describe does: the other services are asked, too'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l name -d 'The same as NAME, which an option with several words before it would take for one of them' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l image -l image-id -d 'The image to boot from: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l instance-type -l flavor -d 'The flavor: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l key-name -d 'The key pair whose public key the instance gets' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l network -l subnet-id -d 'A network: a name, an ID, auto, none, port=PORT, or NETWORK,ip=ADDRESS; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l security-group -d 'A security group: a name or an ID; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l security-group-ids -l security-groups -d 'Security groups, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l user-data -d 'What the guest is given at its first boot: text, file://PATH, fileb://PATH, or - for standard input' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l availability-zone -d 'Where to put it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l tag -d 'A tag (Nova\'s metadata); may be repeated; the tag Name is the instance\'s name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l tag-specifications -d 'Tags as AWS writes them: ResourceType=instance,Tags=[{Key=env,Value=ci}], JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l label -d 'A label (Nova\'s tag); may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l description -d 'A description' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l hostname -d 'The guest\'s host name, where it differs from the name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l server-group -d 'The server group that it belongs to: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l hint -d 'A hint for the scheduler; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l count -d 'How many: a number, or MIN:MAX' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l root-volume -d 'Boot from a new volume of so many GiB, made from the image' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l root-volume-type -d 'The type of that volume' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l boot-volume -d 'Boot from this volume: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l boot-snapshot -d 'Boot from a new volume made from this snapshot: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l volume -d 'A further volume: size=GIB, or id=VOLUME, with device=NAME, type=TYPE or keep; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l client-token -d 'Make a second try find the first one\'s instance: at most 64 characters of ASCII' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l cli-input-json -d 'Read all of this as JSON: the text itself, file://PATH, or - for standard input; flags win over it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l from-file -d 'Create all instances of this YAML file, or - for standard input; flags win over it' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l config-drive -d 'Give the guest its metadata on a drive'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l keep-root-volume -d 'Keep that volume when the instance is deleted'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l generate-cli-skeleton -d 'Print an empty form of that JSON, and do nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l dry-run -d 'Check the role, every reference and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l name -d 'The same as NAME, which an option with several words before it would take for one of them' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l image -l image-id -d 'The image to boot from: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l instance-type -l flavor -d 'The flavor: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l key-name -d 'The key pair whose public key the instance gets' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l network -l subnet-id -d 'A network: a name, an ID, auto, none, port=PORT, or NETWORK,ip=ADDRESS; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l security-group -d 'A security group: a name or an ID; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l security-group-ids -l security-groups -d 'Security groups, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l user-data -d 'What the guest is given at its first boot: text, file://PATH, fileb://PATH, or - for standard input' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l availability-zone -d 'Where to put it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l tag -d 'A tag (Nova\'s metadata); may be repeated; the tag Name is the instance\'s name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l tag-specifications -d 'Tags as AWS writes them: ResourceType=instance,Tags=[{Key=env,Value=ci}], JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l label -d 'A label (Nova\'s tag); may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l description -d 'A description' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l hostname -d 'The guest\'s host name, where it differs from the name' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l server-group -d 'The server group that it belongs to: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l hint -d 'A hint for the scheduler; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l count -d 'How many: a number, or MIN:MAX' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l root-volume -d 'Boot from a new volume of so many GiB, made from the image' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l root-volume-type -d 'The type of that volume' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l boot-volume -d 'Boot from this volume: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l boot-snapshot -d 'Boot from a new volume made from this snapshot: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l volume -d 'A further volume: size=GIB, or id=VOLUME, with device=NAME, type=TYPE or keep; may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l client-token -d 'Make a second try find the first one\'s instance: at most 64 characters of ASCII' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l cli-input-json -d 'Read all of this as JSON: the text itself, file://PATH, or - for standard input; flags win over it' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l from-file -d 'Create all instances of this YAML file, or - for standard input; flags win over it' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l config-drive -d 'Give the guest its metadata on a drive'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l keep-root-volume -d 'Keep that volume when the instance is deleted'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l generate-cli-skeleton -d 'Print an empty form of that JSON, and do nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l dry-run -d 'Check the role, every reference and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from run" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from start" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from stop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l hard -d 'Switch off and on again, without asking the guest'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from reboot" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from unpause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l force -d 'Delete at once, even where the cloud would keep it for a while'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -s y -l yes -d 'Do not ask before acting on what filters have chosen'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l dry-run -d 'Check the role, the targets and their states, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l force -d 'Delete at once, even where the cloud would keep it for a while'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from terminate" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -s l -l user -d 'Log in as this user; without it, as the image says or as its name suggests' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -s i -l identity-file -d 'The private key; without it, that of the instance\'s key pair, or ssh\'s own choice' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l port -d 'The port' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l ssh-option -d 'An option for ssh, as in its configuration file, such as ProxyJump=bastion' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l private -d 'Go to the private address, even where there is a public one'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l ipv6 -d 'Go to an IPv6 address'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l wait -d 'Wait until the instance answers on the port'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l forget-host-keys -d 'Forget which host keys the instance had, as after a rebuild, and pin them anew'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l print -d 'Show the command line, and run nothing'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from ssh" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l instance-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l interval -d 'Ask every so many seconds; without it, more often while things change' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l until -d 'End when every instance that is followed has come to this state (or exists)' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l for -d 'End after this time, such as 30s or 10m; with --until the exit code is then 124' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l interval -d 'Ask every so many seconds; without it, more often while things change' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l listen -d 'Serve a live page and the events over a WebSocket here, such as 127.0.0.1:8080, or 8080' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l token-file -d 'Take the address\'s token from this file, which is made if there is none: the address then stays the same when ostk is started again' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l steps -d 'Show each step of Nova\'s on the way too, not states alone'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l all-projects -d 'Watch the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l allow-remote -d 'Let other machines reach it; nothing that is sent is encrypted'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l tail -d 'Show the last N lines alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l interval -d 'With --follow, look again after this many seconds [default: 2]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -s f -l follow -d 'Go on showing what is new until interrupted, through reboots too'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l raw-terminal -d 'Pass control characters to the terminal as they are'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from console-log" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l period -d 'Show one value for so many seconds; finer measures are averaged [default: 300]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l start-time -d 'Begin here, such as 2026-11-24T08:00:00Z; UTC where no zone is named [default: an hour before the end]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l end-time -d 'End here [default: now]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l interval -d 'With --watch, look again after this many seconds [default: 60; 5 for Nova\'s diagnostics]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l sample -d 'Where Nova\'s diagnostics are all that there is, measure rates for this long [default: 1]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l watch -d 'Look again and again until interrupted: on a terminal the same table, elsewhere each new value, once its period is over, as a line of JSON'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand instance; and __fish_seen_subcommand_from metrics" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "list" -d 'List key pairs'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "describe" -d 'Show key pairs in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "show" -d 'Show key pairs in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "create" -d 'Make a key pair; the private key goes to NAME.pem, which only you can read'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "import" -d 'Hand over a public key that is there already'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "delete" -d 'Delete key pairs from the cloud; files with private keys stay where they are'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l user -d 'List the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l full -d 'Show every key, as describe does: Nova is asked for each key pair'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l user -d 'Show the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l user -d 'Show the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l key-name -d 'The name, as in AWS' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l key-file -d 'Put the private key here instead of NAME.pem; \'-\' prints it and makes no file, as a --query for `KeyMaterial` does' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l key-type -d 'The kind of key [default: ed25519]; it is made on this machine, for Nova gives no choice' -r -f -a "ed25519\t'Short and fast'
rsa\t'3072 bits, for guests and tools that know nothing newer'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l local -d 'Make the key on this machine, so that the private key is never sent'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, and make nothing'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l public-key-material -l public-key -d 'The public key: file://PATH, fileb://PATH or PATH of a file, \'-\' for standard input, or the key itself' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l dry-run -d 'Check everything, and import nothing'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l user -d 'Delete the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask; key pairs that are named are deleted without a question anyway'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, and delete nothing'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypairs; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "list" -d 'List key pairs'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "describe" -d 'Show key pairs in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "show" -d 'Show key pairs in full'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "create" -d 'Make a key pair; the private key goes to NAME.pem, which only you can read'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "import" -d 'Hand over a public key that is there already'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and not __fish_seen_subcommand_from list describe show create import delete" -f -a "delete" -d 'Delete key pairs from the cloud; files with private keys stay where they are'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l user -d 'List the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l full -d 'Show every key, as describe does: Nova is asked for each key pair'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l user -d 'Show the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l user -d 'Show the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l key-name -d 'The name, as in AWS' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l key-file -d 'Put the private key here instead of NAME.pem; \'-\' prints it and makes no file, as a --query for `KeyMaterial` does' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l key-type -d 'The kind of key [default: ed25519]; it is made on this machine, for Nova gives no choice' -r -f -a "ed25519\t'Short and fast'
rsa\t'3072 bits, for guests and tools that know nothing newer'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l local -d 'Make the key on this machine, so that the private key is never sent'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l dry-run -d 'Check everything, and make nothing'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l public-key-material -l public-key -d 'The public key: file://PATH, fileb://PATH or PATH of a file, \'-\' for standard input, or the key itself' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l dry-run -d 'Check everything, and import nothing'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l key-names -l key-pair-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l user -d 'Delete the key pairs of this user, by name or ID; for administrators' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask; key pairs that are named are deleted without a question anyway'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check everything, and delete nothing'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand keypair; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand images; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l image-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l image-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l image-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand images; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand image; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l image-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l image-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l image-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand image; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l instance-types -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l instance-types -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l instance-types -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavors; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l instance-types -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l instance-types -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l instance-types -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand flavor; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l network-ids -l vpc-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l network-ids -l vpc-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l network-ids -l vpc-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand networks; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand network; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l network-ids -l vpc-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l network-ids -l vpc-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l network-ids -l vpc-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand network; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-groups; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and not __fish_seen_subcommand_from list describe show" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand security-group; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -f -a "create" -d 'Create a server group'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and not __fish_seen_subcommand_from list describe show create delete" -f -a "delete" -d 'Delete server groups; their instances stay'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l all-projects -d 'List the server groups of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l policy -d 'Place its instances on one host (affinity) or on different hosts; soft policies only try to' -r -f -a "affinity\t''
anti-affinity\t''
soft-affinity\t''
soft-anti-affinity\t''"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l max-server-per-host -d 'With anti-affinity, allow this many of its instances on one host' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l dry-run -d 'Check the role, the arguments and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask; targets that are named are deleted without a question anyway'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check the role and the targets, and delete nothing'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-groups; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -f -a "create" -d 'Create a server group'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and not __fish_seen_subcommand_from list describe show create delete" -f -a "delete" -d 'Delete server groups; their instances stay'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l all-projects -d 'List the server groups of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l policy -d 'Place its instances on one host (affinity) or on different hosts; soft policies only try to' -r -f -a "affinity\t''
anti-affinity\t''
soft-affinity\t''
soft-anti-affinity\t''"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l max-server-per-host -d 'With anti-affinity, allow this many of its instances on one host' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l dry-run -d 'Check the role, the arguments and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l group-ids -l group-names -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask; targets that are named are deleted without a question anyway'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check the role and the targets, and delete nothing'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand server-group; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -f -a "create" -d 'Create a volume'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and not __fish_seen_subcommand_from list describe show create delete" -f -a "delete" -d 'Delete volumes'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l size -d 'Its size in GiB' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l volume-type -l type -d 'Its type' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l image -l image-id -d 'Copy this image onto it: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l snapshot -l snapshot-id -d 'Make it from this snapshot: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l source -d 'Make it as a copy of this volume: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l description -d 'A description' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l availability-zone -d 'Where to put it' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l tag -d 'A tag (Cinder\'s metadata); may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l tag-specifications -d 'Tags as AWS writes them: ResourceType=volume,Tags=[{Key=env,Value=ci}]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l client-token -d 'Make a second try find the first one\'s volume: at most 64 characters of ASCII' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l dry-run -d 'Check the role, every reference and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask; targets that are named are deleted without a question anyway'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check the role and the targets, and delete nothing'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volumes; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -f -a "list" -d 'List all, or those that are named'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -f -a "describe" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -f -a "show" -d 'Show some of them in full'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -f -a "create" -d 'Create a volume'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and not __fish_seen_subcommand_from list describe show create delete" -f -a "delete" -d 'Delete volumes'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l page-size -d 'Ask the service for this many items a page; fewer make more requests, not fewer results' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l max-items -d 'Show this many items at most; `NextToken` in the answer tells where to go on' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l starting-token -d 'Go on where an earlier answer\'s `NextToken` says' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l filters -d 'Show what all of these hold for: Name=NAME,Values=VALUE,VALUE, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l name -d 'Show what has this name; * and ? stand for anything; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l tag -d 'Show what has exactly this tag; repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-paginate -d 'Fetch the first page alone'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l size -d 'Its size in GiB' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l volume-type -l type -d 'Its type' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l image -l image-id -d 'Copy this image onto it: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l snapshot -l snapshot-id -d 'Make it from this snapshot: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l source -d 'Make it as a copy of this volume: a name or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l description -d 'A description' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l availability-zone -d 'Where to put it' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l tag -d 'A tag (Cinder\'s metadata); may be repeated' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l tag-specifications -d 'Tags as AWS writes them: ResourceType=volume,Tags=[{Key=env,Value=ci}]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l client-token -d 'Make a second try find the first one\'s volume: at most 64 characters of ASCII' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l run-id -d 'The pipeline or job that this belongs to [default: the CI system\'s own]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l dry-run -d 'Check the role, every reference and the quota, and create nothing'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l volume-ids -d 'Take these names or IDs, as in AWS: all words up to the next option' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l parallel -d 'Act on so many at once [default: 16]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait this long at most, requests included, such as 90s, 10m or 1h; with 0, look once [default: 10m]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l ignore-missing -d 'Take what does not exist for deleted, instead of failing'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Do not ask; targets that are named are deleted without a question anyway'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l dry-run -d 'Check the role and the targets, and delete nothing'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l wait -d 'Wait until it is done'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand volume; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l sort -d 'Sort by this at first: name, state, cpu, memory, private-ip, public-ip, type, project-id or created; -cpu for the highest first' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l interval -d 'Ask every so many seconds; without it, more often while things change' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l filters -d 'Show what all of these hold for: Name=instance-state-name,Values=running,stopped, JSON, or file://PATH' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l state -d 'Show instances in this state alone; several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l name -d 'Show instances of this name alone; * and ? stand for anything' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l tag -d 'Show only instances with exactly this tag (Nova\'s metadata); repeat it to require several' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l label -d 'Show only instances with exactly this label (Nova\'s tag); several are alternatives' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand top" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand top" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand top" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand top" -l all-projects -d 'Show the instances of every project; for administrators'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand top" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand top" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand top" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "list" -d 'List what was created, the oldest first'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "describe" -d 'Show records in full, by ID, name or client token'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "show" -d 'Show records in full, by ID, name or client token'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "export" -d 'Write all records, key pairs too, as NDJSON: one object a line, whatever --output says'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "prune" -d 'Forget old records'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "reconcile" -d 'Compare the journal with the cloud, and correct the journal'
complete -c ostk -n "__fish_ostk_using_subcommand records; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "rebuild" -d 'Make the journal anew from the cloud, as on another machine'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l run-id -d 'Take what was made for this pipeline or job alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l state -d 'List those in one of these states: the record\'s (intended, created, failed, terminated) or the resource\'s own' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l kind -d 'List these kinds alone' -r -f -a "instance\t''
volume\t''
placement-group\t''
key-pair\t''"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l orphans -d 'List those alone that still exist, as far as is known here'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l ids -d 'Print the instances\' IDs alone (or those of --kind), one a line, whatever --output says: for \'ostk instances delete -\''
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l run-id -d 'Take what was made for this pipeline or job alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l older-than -d 'Forget what has not changed for this long, such as 30d, 12h or 90m' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l all -d 'Forget also what is not finished, such as the records of what still exists'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l dry-run -d 'Only say how many there are'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l dry-run -d 'Only show what would change in the journal'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from reconcile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l dry-run -d 'Only show what would change in the journal'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand records; and __fish_seen_subcommand_from rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "list" -d 'List what was created, the oldest first'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "describe" -d 'Show records in full, by ID, name or client token'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "show" -d 'Show records in full, by ID, name or client token'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "export" -d 'Write all records, key pairs too, as NDJSON: one object a line, whatever --output says'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "prune" -d 'Forget old records'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "reconcile" -d 'Compare the journal with the cloud, and correct the journal'
complete -c ostk -n "__fish_ostk_using_subcommand record; and not __fish_seen_subcommand_from list describe show export prune reconcile rebuild" -f -a "rebuild" -d 'Make the journal anew from the cloud, as on another machine'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l run-id -d 'Take what was made for this pipeline or job alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l state -d 'List those in one of these states: the record\'s (intended, created, failed, terminated) or the resource\'s own' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l kind -d 'List these kinds alone' -r -f -a "instance\t''
volume\t''
placement-group\t''
key-pair\t''"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l orphans -d 'List those alone that still exist, as far as is known here'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l ids -d 'Print the instances\' IDs alone (or those of --kind), one a line, whatever --output says: for \'ostk instances delete -\''
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from describe" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l run-id -d 'Take what was made for this pipeline or job alone' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l older-than -d 'Forget what has not changed for this long, such as 30d, 12h or 90m' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l all -d 'Forget also what is not finished, such as the records of what still exists'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l dry-run -d 'Only say how many there are'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l all-clouds -d 'Take the records of every cloud, region and project'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l dry-run -d 'Only show what would change in the journal'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from reconcile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l dry-run -d 'Only show what would change in the journal'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand record; and __fish_seen_subcommand_from rebuild" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and not __fish_seen_subcommand_from list" -f -a "list" -d 'List the settings in force and where each comes from'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand configure; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -f -a "serve" -d 'Serve the sandbox to other programs until interrupted'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -f -a "reset" -d 'Put the sandbox back to its beginning'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -f -a "seed" -d 'Add running instances'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and not __fish_seen_subcommand_from serve reset seed status" -f -a "status" -d 'Show where the sandbox is kept and what it holds'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l listen -d 'Listen here; port 0 takes a free one' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l host -d 'Answer to this name too, besides the address listened on and localhost' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l fault -d 'Let requests fail, such as \'POST /servers: 503 retry-after=2 x2\'; see the manual for more' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l speed -d 'How many times as fast as usual instances start and stop; 0 is at once (`OSTK_SANDBOX_SPEED`)' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l token-life -d 'How long a token is good, in seconds' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l allow-remote -d 'Let an address that other machines can reach be listened on; everybody there may do anything'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l in-memory -d 'Keep nothing: the cloud ends with the server'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from serve" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l dry-run -d 'Check that the sandbox can be used, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from reset" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l instances -d 'How many instances to add, at most 100,000' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l dry-run -d 'Check that the sandbox can be used, and change nothing'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from seed" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand sandbox; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand whoami" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand completion" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l cloud -l profile -d 'Use this cloud of clouds.yaml [env: OS_CLOUD]' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l project -d 'Use another project of the same login: a name in the same domain, or an ID' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l region -d 'Use this region of the cloud' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -s o -l output -d 'Write answers as json, yaml, yaml-stream, text or table, or not at all (off); auto is a table on a terminal and JSON elsewhere [env: OSTK_OUTPUT]' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l query -d 'Select a part of the answer with a JMESPath expression' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l error-format -l cli-error-format -d 'Write errors as text, or as a json or yaml object; AWS\'s enhanced, legacy and table are text [env: OSTK_ERROR_FORMAT]' -r -f -a "text\t'Lines for people'
json\t'One JSON object'
yaml\t'One YAML document'"
complete -c ostk -n "__fish_ostk_using_subcommand help" -l endpoint-url -d 'Ask this address instead of the catalog\'s, for the command\'s main service' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l ca-bundle -d 'Trust the certificates in this PEM file instead of the system\'s' -r -F
complete -c ostk -n "__fish_ostk_using_subcommand help" -l connect-timeout -l cli-connect-timeout -d 'Limit the time to connect; 0 is no limit [default: 10]' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l read-timeout -l cli-read-timeout -d 'Limit the time until the next piece of an answer; a whole answer may take twice as long, plus 1 s for each 4 KiB, at most 15 min; 0 is no limit [default: 60]' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l color -d 'Color what a terminal shows: auto, always (on) or never (off); NO_COLOR is honoured' -r -f -a "auto\t'On a terminal that has them'
always\t'Always'
never\t'Never'"
complete -c ostk -n "__fish_ostk_using_subcommand help" -l cli-binary-format -d 'AWS\'s; binary values are taken as they are' -r
complete -c ostk -n "__fish_ostk_using_subcommand help" -l raw -d 'Print what the service itself answered'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l no-verify-ssl -d 'Accept any certificate'
complete -c ostk -n "__fish_ostk_using_subcommand help" -s q -l quiet -d 'Print nothing but errors on stderr'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l debug -d 'Show each request and answer on stderr, without secrets'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l timing -d 'Show on stderr which requests were sent and how long each took'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l no-cli-pager -d 'As in AWS; there is never a pager'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l no-cli-auto-prompt -d 'As in AWS; nothing prompts unless it has to'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l no-paginate -d 'As in AWS; lists have an option of their own by this name'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l cli-auto-prompt -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand help" -l no-sign-request -d 'AWS\'s; refused'
complete -c ostk -n "__fish_ostk_using_subcommand help" -s h -l help -d 'Print help (see more with \'--help\')'
