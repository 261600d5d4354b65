### Looking an instance and this computer over.

# Leads here.
doctor-link = Check this instance

# Title of the window.
doctor-window = Check

# What it is for.
doctor-lead = What the server and this computer allow, and what mends the rest. Nothing is changed, and nobody gets a mail.

# Busy.
doctor-busy = Checking…

# How long that may take.
doctor-busy-lead = The server, its ways to sign in, your keyring and the links of mails. This takes half a minute at most.

# Checks again.
doctor-again = Check again

# Group.
doctor-server = The server

# Group.
doctor-computer = This computer

# All is well.
doctor-all-fine = Everything is as it should be.

# Copies the lines that mend something.
doctor-copy = Copy

# They were copied.
doctor-copied = Copied

# Beside the title of a finding, so that its mark is not the only one to say it.
doctor-warning = could be better

# The same.
doctor-failed = needs mending

# How many things can be mended.
doctor-to-mend =
    { $count ->
        [one] One thing can be mended.
       *[other] { $count } things can be mended.
    }

### What was found when an instance and this computer were looked over.

doctor-skipped = Not looked at, because something before it failed.

doctor-reachable-title = Connection

doctor-reachable = { $host } answers.

doctor-tls-title = Encryption

doctor-tls = By TLS, with a certificate that this machine trusts.

doctor-tls-own-authority = By TLS, with the certificate authorities of this machine and of this instance's own file.

doctor-tls-same-machine = None, and none is needed: what is sent does not leave this machine.

doctor-tls-none = What is sent to { $host } is not encrypted: others on the network can read and change it, passwords included.

doctor-tls-none-fix = Ask an administrator to offer the server by https, then add it again by that address.

doctor-tls-trust = If it is your own server, ask its administrator for the certificate of the authority, compare the fingerprint, and keep the instance anew with that file. On a strange network, someone may be reading along.

doctor-clock-title = Clock

doctor-clock-untold = Not known: the server did not tell its time.

doctor-clock-agrees = This machine and the server agree, to within a minute.

doctor-clock-ahead = This machine's clock is { $time } ahead of the server's. One-time codes and the life of tokens depend on both.

doctor-clock-behind = This machine's clock is { $time } behind the server's. One-time codes and the life of tokens depend on both.

doctor-directus-title = Directus

doctor-directus-eleven = Directus 11 answers.

doctor-directus-twelve-unlicensed = Directus 12 answers, without a licence.

doctor-directus-twelve = Directus 12 answers.

doctor-directus-unknown = Directus answers, of a generation that this Latchkey does not know.

doctor-directus-down-fix = Try again in a while: the server behind its proxy is down, starting, or closed for maintenance.

doctor-reset-link-title = Mail for a forgotten password

doctor-reset-link-untold = Not known: this server tells only when a mail is asked for, as Directus does before 11.14.1.

doctor-reset-link-bridge = Its link leads to a page that offers Latchkey and the browser; it works in every mail program.

doctor-reset-link-scheme = Its link opens Latchkey. Where a mail program does not let it be clicked, it can be pasted.

doctor-reset-link-studio = Its link opens the Data Studio. It can be pasted into Latchkey; for a click to open Latchkey, an administrator adds this to the server's environment (to what the list holds already) and restarts Directus.

doctor-sign-in-title = Ways to sign in

doctor-sign-in-own = e-mail and password

# All ways, separated by commas: “E-mail and password, Microsoft”.
doctor-sign-in-ways = { $ways }.

doctor-sign-in-none = None: signing in with e-mail and password is switched off, and no provider is offered. An administrator sets this and restarts Directus.

doctor-sign-in-licence = Directus 12 offers providers only with a licence that includes them.

doctor-sso-route-title = Sign-in with { $provider }

doctor-sso-route-ldap = With the name and password of the directory (LDAP); no browser is needed.

doctor-sso-route-password = With a name and a password; no browser is needed.

doctor-sso-route-unknown = This Latchkey does not know sign-ins of the kind “{ $driver }”.

doctor-sso-route-hand-off = The browser hands it over to Latchkey, by the server's extension.

doctor-sso-route-same-host = The instance is on this machine, and the browser may come back to Latchkey.

doctor-sso-route-relay = The provider's answer comes to Latchkey, which hands it on to the server.

doctor-companion-title = Latchkey's extension

doctor-companion-answers = directus-extension-latchkey answers.

doctor-companion-needed = A sign-in through a provider needs it to come back to this machine.

doctor-companion-useful = No provider needs it here; it would make the links of mails work in every mail program.

doctor-companion-absent = directus-extension-latchkey is not installed. { $why } An administrator runs this in the directory Directus starts in, and restarts Directus.

doctor-companion-unfinished = directus-extension-latchkey is installed, but not ready. It says: “{ $words }”

doctor-companion-unfinished-fix = Ask an administrator to restart Directus.

doctor-keyring-title = Keyring

doctor-keyring-unnamed = The keyring

doctor-keyring-keeps = { $name } keeps what it is given.

doctor-keyring-locked-fix = Unlock it in your system's password manager (Passwords and Keys, KWalletManager, KeePassXC). Nobody is signed out by that: what it keeps is only not at hand.

doctor-keyring-denied-fix = Try again when you want to unlock it. Nobody is signed out by that.

doctor-keyring-unavailable-fix = Install and start one that offers the Secret Service: gnome-keyring, KWallet, or KeePassXC with its Secret Service switched on. Until then a sign-in lasts only as long as the window is open.

doctor-keyring-timed-out-fix = Look whether it asks for its password in another window; if not, restart it, for example by logging out of the desktop and in again.

doctor-scheme-title = Links of mails

doctor-scheme-ours = A click on one opens this Latchkey.

doctor-scheme-unknown = It cannot be told who opens them: { $reason }.

doctor-scheme-nobody = A click on one does nothing; it can still be pasted.

doctor-scheme-gone = A click on one does nothing: { $program } was to open it and is no longer there.

doctor-scheme-other = A click on one opens another program, or another copy of this one: { $program }.
