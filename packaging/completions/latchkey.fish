# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_latchkey_global_optspecs
    string join \n json new-window h/help V/version
end

function __fish_latchkey_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_latchkey_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_latchkey_using_subcommand
    set -l cmd (__fish_latchkey_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c latchkey -n "__fish_latchkey_needs_command" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_needs_command" -l new-window -d 'Open a window even when the running one does not answer'
complete -c latchkey -n "__fish_latchkey_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c latchkey -n "__fish_latchkey_needs_command" -s V -l version -d 'Print version'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "add" -d 'Look at an instance and keep it'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "profiles" -d 'List the kept instances'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "remove" -d 'Sign out of an instance and forget it'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "set" -d 'Change how an instance is kept'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "login" -d 'Sign in with e-mail and password, or through a provider'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "forgot" -d 'Ask for the mail that resets a forgotten password'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "reset" -d 'Set a new password with the link of the mail'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "accept-invite" -d 'Set the first password of an invited account'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "verify-email" -d 'Confirm the address of a new account'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "token" -d 'Print a valid access token'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "exec" -d 'Run a program with `DIRECTUS_URL` and `DIRECTUS_TOKEN` set'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "status" -d 'Tell who is signed in, where, until when, and where the session is kept'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "logout" -d 'End the session, on the server and here'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "doctor" -d 'Tell what this machine and the servers allow, and the exact lines that mend what is wrong'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "scheme" -d 'Who opens the links of mails on this machine'
complete -c latchkey -n "__fish_latchkey_needs_command" -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l from -d 'Take the addresses from another tool\'s settings: a .env file, directus-sync\'s configuration or the official CLI\'s directus.config.json. No token and no password is read from it. What was found is shown first' -r -F
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l name -d 'Your own name for it, instead of the project\'s' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l ca-file -d 'Certificate authorities to trust for this instance only' -r -F
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l proxy -d 'The proxy for this instance: http://HOST:PORT, none, or system, which is as the system has it' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l yes -d 'Keep what --from finds without asking'
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l allow-http -d 'Allow http without TLS: passwords then cross the network in the clear'
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand add" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand profiles" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand profiles" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand remove" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand remove" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l name -d 'Your own name for it' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l sso-port -d 'Port of this machine that a browser may come back to from an instance on this machine, as the provider\'s list at the server names it; up to three, tried in this order' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l relay -d 'Whether the server lists the first of these ports among its own addresses (`AUTH_ALLOWED_PUBLIC_URLS`), so that Latchkey may receive a provider\'s answer in its place. Only where its extension cannot be installed' -r -f -a "on\t'It is so'
off\t'It is not'"
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l proxy -d 'The proxy for this instance: http://HOST:PORT, none, or system, which is as the system has it. It may hold no name and password: they would lie in the profile file' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l ca-file -d 'Certificate authorities to trust for this instance only' -r -F
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l position -d 'Its place in the list, from 1' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l default-sso-ports -d 'Go back to the built-in ports, 28517 to 28519'
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l no-ca-file -d 'Go back to the certificate authorities of the system'
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand set" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l email -d 'E-mail address; asked for on a terminal' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l provider -d 'Sign in through this provider: its name, as the project\'s settings have it' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l identifier -d 'Your name at a provider with passwords, such as LDAP; nothing opens in a browser then' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l timeout -d 'How long to wait for the browser to come back: 90, 90s, 10m, 1h' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l otp -d 'One-time code; asked for on a terminal when the server wants one. Better `-`: then it is the line of standard input after the password, or asked for, and other users of this machine cannot see it' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l token-stdin -d 'Keep an access token made in the Data Studio, read from the first line of standard input or asked for on a terminal. It has no end, and whoever holds it is that user; signing out removes it here only'
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l window -d 'Sign in in the window, in whichever way it offers there; ends when that is done or the window is closed. Who is signed in already is told at once'
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l no-browser -d 'Open no browser: only print the address, and over SSH the line that forwards the port'
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l password-stdin -d 'Read the password from the first line of standard input'
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand login" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c latchkey -n "__fish_latchkey_using_subcommand forgot" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand forgot" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand reset" -l profile -d 'Which instance it belongs to, when several fit' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand reset" -l password-stdin -d 'Read the new password from the first line of standard input (the second, after the link, when LINK is `-`)'
complete -c latchkey -n "__fish_latchkey_using_subcommand reset" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand reset" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand accept-invite" -l profile -d 'Which instance it belongs to, when several fit' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand accept-invite" -l password-stdin -d 'Read the new password from the first line of standard input (the second, after the link, when LINK is `-`)'
complete -c latchkey -n "__fish_latchkey_using_subcommand accept-invite" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand accept-invite" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand verify-email" -l profile -d 'Which instance it belongs to, when several fit' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand verify-email" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand verify-email" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand token" -l min-validity -d 'How long it must still be valid: 90, 90s, 5m' -r
complete -c latchkey -n "__fish_latchkey_using_subcommand token" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand token" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand exec" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand exec" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c latchkey -n "__fish_latchkey_using_subcommand status" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand status" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand logout" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand logout" -s h -l help -d 'Print help'
complete -c latchkey -n "__fish_latchkey_using_subcommand doctor" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand doctor" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c latchkey -n "__fish_latchkey_using_subcommand scheme" -l json -d 'One JSON document on standard output, also for errors'
complete -c latchkey -n "__fish_latchkey_using_subcommand scheme" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "add" -d 'Look at an instance and keep it'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "profiles" -d 'List the kept instances'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "remove" -d 'Sign out of an instance and forget it'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "set" -d 'Change how an instance is kept'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "login" -d 'Sign in with e-mail and password, or through a provider'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "forgot" -d 'Ask for the mail that resets a forgotten password'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "reset" -d 'Set a new password with the link of the mail'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "accept-invite" -d 'Set the first password of an invited account'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "verify-email" -d 'Confirm the address of a new account'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "token" -d 'Print a valid access token'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "exec" -d 'Run a program with `DIRECTUS_URL` and `DIRECTUS_TOKEN` set'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "status" -d 'Tell who is signed in, where, until when, and where the session is kept'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "logout" -d 'End the session, on the server and here'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "doctor" -d 'Tell what this machine and the servers allow, and the exact lines that mend what is wrong'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "scheme" -d 'Who opens the links of mails on this machine'
complete -c latchkey -n "__fish_latchkey_using_subcommand help; and not __fish_seen_subcommand_from add profiles remove set login forgot reset accept-invite verify-email token exec status logout doctor scheme help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
