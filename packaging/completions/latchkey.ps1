
using namespace System.Management.Automation
using namespace System.Management.Automation.Language

Register-ArgumentCompleter -Native -CommandName 'latchkey' -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)

    $commandElements = $commandAst.CommandElements
    $command = @(
        'latchkey'
        for ($i = 1; $i -lt $commandElements.Count; $i++) {
            $element = $commandElements[$i]
            if ($element -isnot [StringConstantExpressionAst] -or
                $element.StringConstantType -ne [StringConstantType]::BareWord -or
                $element.Value.StartsWith('-') -or
                $element.Value -eq $wordToComplete) {
                break
        }
        $element.Value
    }) -join ';'

    $completions = @(switch ($command) {
        'latchkey' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('--new-window', '--new-window', [CompletionResultType]::ParameterName, 'Open a window even when the running one does not answer')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('-V', '-V ', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('--version', '--version', [CompletionResultType]::ParameterName, 'Print version')
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Look at an instance and keep it')
            [CompletionResult]::new('profiles', 'profiles', [CompletionResultType]::ParameterValue, 'List the kept instances')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Sign out of an instance and forget it')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change how an instance is kept')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Sign in with e-mail and password, or through a provider')
            [CompletionResult]::new('forgot', 'forgot', [CompletionResultType]::ParameterValue, 'Ask for the mail that resets a forgotten password')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Set a new password with the link of the mail')
            [CompletionResult]::new('accept-invite', 'accept-invite', [CompletionResultType]::ParameterValue, 'Set the first password of an invited account')
            [CompletionResult]::new('verify-email', 'verify-email', [CompletionResultType]::ParameterValue, 'Confirm the address of a new account')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Print a valid access token')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a program with `DIRECTUS_URL` and `DIRECTUS_TOKEN` set')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Tell who is signed in, where, until when, and where the session is kept')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'End the session, on the server and here')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Tell what this machine and the servers allow, and the exact lines that mend what is wrong')
            [CompletionResult]::new('scheme', 'scheme', [CompletionResultType]::ParameterValue, 'Who opens the links of mails on this machine')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'latchkey;add' {
            [CompletionResult]::new('--from', '--from', [CompletionResultType]::ParameterName, 'Take the addresses from another tool''s settings: a .env file, directus-sync''s configuration or the official CLI''s directus.config.json. No token and no password is read from it. What was found is shown first')
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Your own name for it, instead of the project''s')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'Certificate authorities to trust for this instance only')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'The proxy for this instance: http://HOST:PORT, none, or system, which is as the system has it')
            [CompletionResult]::new('--yes', '--yes', [CompletionResultType]::ParameterName, 'Keep what --from finds without asking')
            [CompletionResult]::new('--allow-http', '--allow-http', [CompletionResultType]::ParameterName, 'Allow http without TLS: passwords then cross the network in the clear')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;profiles' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;remove' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;set' {
            [CompletionResult]::new('--name', '--name', [CompletionResultType]::ParameterName, 'Your own name for it')
            [CompletionResult]::new('--sso-port', '--sso-port', [CompletionResultType]::ParameterName, 'Port of this machine that a browser may come back to from an instance on this machine, as the provider''s list at the server names it; up to three, tried in this order')
            [CompletionResult]::new('--relay', '--relay', [CompletionResultType]::ParameterName, 'Whether the server lists the first of these ports among its own addresses (`AUTH_ALLOWED_PUBLIC_URLS`), so that Latchkey may receive a provider''s answer in its place. Only where its extension cannot be installed')
            [CompletionResult]::new('--proxy', '--proxy', [CompletionResultType]::ParameterName, 'The proxy for this instance: http://HOST:PORT, none, or system, which is as the system has it. It may hold no name and password: they would lie in the profile file')
            [CompletionResult]::new('--ca-file', '--ca-file', [CompletionResultType]::ParameterName, 'Certificate authorities to trust for this instance only')
            [CompletionResult]::new('--position', '--position', [CompletionResultType]::ParameterName, 'Its place in the list, from 1')
            [CompletionResult]::new('--default-sso-ports', '--default-sso-ports', [CompletionResultType]::ParameterName, 'Go back to the built-in ports, 28517 to 28519')
            [CompletionResult]::new('--no-ca-file', '--no-ca-file', [CompletionResultType]::ParameterName, 'Go back to the certificate authorities of the system')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'latchkey;login' {
            [CompletionResult]::new('--email', '--email', [CompletionResultType]::ParameterName, 'E-mail address; asked for on a terminal')
            [CompletionResult]::new('--provider', '--provider', [CompletionResultType]::ParameterName, 'Sign in through this provider: its name, as the project''s settings have it')
            [CompletionResult]::new('--identifier', '--identifier', [CompletionResultType]::ParameterName, 'Your name at a provider with passwords, such as LDAP; nothing opens in a browser then')
            [CompletionResult]::new('--timeout', '--timeout', [CompletionResultType]::ParameterName, 'How long to wait for the browser to come back: 90, 90s, 10m, 1h')
            [CompletionResult]::new('--otp', '--otp', [CompletionResultType]::ParameterName, 'One-time code; asked for on a terminal when the server wants one. Better `-`: then it is the line of standard input after the password, or asked for, and other users of this machine cannot see it')
            [CompletionResult]::new('--token-stdin', '--token-stdin', [CompletionResultType]::ParameterName, 'Keep an access token made in the Data Studio, read from the first line of standard input or asked for on a terminal. It has no end, and whoever holds it is that user; signing out removes it here only')
            [CompletionResult]::new('--window', '--window', [CompletionResultType]::ParameterName, 'Sign in in the window, in whichever way it offers there; ends when that is done or the window is closed. Who is signed in already is told at once')
            [CompletionResult]::new('--no-browser', '--no-browser', [CompletionResultType]::ParameterName, 'Open no browser: only print the address, and over SSH the line that forwards the port')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the password from the first line of standard input')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'latchkey;forgot' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;reset' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Which instance it belongs to, when several fit')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the new password from the first line of standard input (the second, after the link, when LINK is `-`)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;accept-invite' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Which instance it belongs to, when several fit')
            [CompletionResult]::new('--password-stdin', '--password-stdin', [CompletionResultType]::ParameterName, 'Read the new password from the first line of standard input (the second, after the link, when LINK is `-`)')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;verify-email' {
            [CompletionResult]::new('--profile', '--profile', [CompletionResultType]::ParameterName, 'Which instance it belongs to, when several fit')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;token' {
            [CompletionResult]::new('--min-validity', '--min-validity', [CompletionResultType]::ParameterName, 'How long it must still be valid: 90, 90s, 5m')
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;exec' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'latchkey;status' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;logout' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help')
            break
        }
        'latchkey;doctor' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'latchkey;scheme' {
            [CompletionResult]::new('--json', '--json', [CompletionResultType]::ParameterName, 'One JSON document on standard output, also for errors')
            [CompletionResult]::new('-h', '-h', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            [CompletionResult]::new('--help', '--help', [CompletionResultType]::ParameterName, 'Print help (see more with ''--help'')')
            break
        }
        'latchkey;help' {
            [CompletionResult]::new('add', 'add', [CompletionResultType]::ParameterValue, 'Look at an instance and keep it')
            [CompletionResult]::new('profiles', 'profiles', [CompletionResultType]::ParameterValue, 'List the kept instances')
            [CompletionResult]::new('remove', 'remove', [CompletionResultType]::ParameterValue, 'Sign out of an instance and forget it')
            [CompletionResult]::new('set', 'set', [CompletionResultType]::ParameterValue, 'Change how an instance is kept')
            [CompletionResult]::new('login', 'login', [CompletionResultType]::ParameterValue, 'Sign in with e-mail and password, or through a provider')
            [CompletionResult]::new('forgot', 'forgot', [CompletionResultType]::ParameterValue, 'Ask for the mail that resets a forgotten password')
            [CompletionResult]::new('reset', 'reset', [CompletionResultType]::ParameterValue, 'Set a new password with the link of the mail')
            [CompletionResult]::new('accept-invite', 'accept-invite', [CompletionResultType]::ParameterValue, 'Set the first password of an invited account')
            [CompletionResult]::new('verify-email', 'verify-email', [CompletionResultType]::ParameterValue, 'Confirm the address of a new account')
            [CompletionResult]::new('token', 'token', [CompletionResultType]::ParameterValue, 'Print a valid access token')
            [CompletionResult]::new('exec', 'exec', [CompletionResultType]::ParameterValue, 'Run a program with `DIRECTUS_URL` and `DIRECTUS_TOKEN` set')
            [CompletionResult]::new('status', 'status', [CompletionResultType]::ParameterValue, 'Tell who is signed in, where, until when, and where the session is kept')
            [CompletionResult]::new('logout', 'logout', [CompletionResultType]::ParameterValue, 'End the session, on the server and here')
            [CompletionResult]::new('doctor', 'doctor', [CompletionResultType]::ParameterValue, 'Tell what this machine and the servers allow, and the exact lines that mend what is wrong')
            [CompletionResult]::new('scheme', 'scheme', [CompletionResultType]::ParameterValue, 'Who opens the links of mails on this machine')
            [CompletionResult]::new('help', 'help', [CompletionResultType]::ParameterValue, 'Print this message or the help of the given subcommand(s)')
            break
        }
        'latchkey;help;add' {
            break
        }
        'latchkey;help;profiles' {
            break
        }
        'latchkey;help;remove' {
            break
        }
        'latchkey;help;set' {
            break
        }
        'latchkey;help;login' {
            break
        }
        'latchkey;help;forgot' {
            break
        }
        'latchkey;help;reset' {
            break
        }
        'latchkey;help;accept-invite' {
            break
        }
        'latchkey;help;verify-email' {
            break
        }
        'latchkey;help;token' {
            break
        }
        'latchkey;help;exec' {
            break
        }
        'latchkey;help;status' {
            break
        }
        'latchkey;help;logout' {
            break
        }
        'latchkey;help;doctor' {
            break
        }
        'latchkey;help;scheme' {
            break
        }
        'latchkey;help;help' {
            break
        }
    })

    $completions.Where{ $_.CompletionText -like "$wordToComplete*" } |
        Sort-Object -Property ListItemText
}
