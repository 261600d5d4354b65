### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = This instance was removed meanwhile.
    .hint = Add it again if you still need it.

error-not-signed-in = Nobody is signed in here.
    .hint = Sign in first.

error-short-lived = This server's access tokens live for { $lifetime } only.
    .hint = Ask for a shorter validity.

error-ca-file = The certificate file { $path } cannot be read.
    .hint = Check that the file is there and holds a certificate in PEM form.

error-settings-file = The file { $path } cannot be read.
    .hint = Give a text file, such as .env or directus.config.json.

error-access-token-refused = The server does not know this access token. Nothing was kept.
    .hint = Copy it once more from the user's page of the Data Studio, and save that page there first.

error-already-kept = You keep this instance already, as “{ $name }”.
    .hint = Open it from the list of instances.

error-foreign-link = This link does not belong to any instance you keep. Nothing was sent.
    .hint = If you know and trust the server that sent it, add that instance first and open the link again.

error-several-for-link = This link could belong to more than one of your instances.
    .hint = Choose the instance that sent you the mail.

error-other-link = This link is for something else.
    .hint = Open it by clicking it in the mail.

error-overtaken = Another sign-in or sign-out was begun before this one was answered, and took its place.
    .hint = If you meant this one, sign in again.

error-no-random = The system gave no random numbers.

error-internal = Latchkey lost the thread of its own work.
    .hint = Try again; if it happens twice, please report it.

error-session-ended = The session was ended on the server.
    .hint = Sign in again. This happens after signing out elsewhere, after a password reset, or after a long time without use.

error-session-cut-off = The last renewal of this session was cut off, so the session cannot go on.
    .hint = Sign in again. The server had renewed it, but the answer did not arrive here or could not be kept.

error-user-suspended = This account is suspended.
    .hint = Only an administrator of the project can lift that.

error-access-token-ended = The server no longer takes the access token that is kept here.
    .hint = It was removed or replaced in the Data Studio, or its account was suspended. Sign in again.

error-provider-refused = The sign-in provider no longer vouches for this session.
    .hint = Sign in again through the provider.

error-resource-restricted = The licence of this project does not let this account in at the moment.
    .hint = Ask an administrator of the project.

error-address-empty = Enter the address of a Directus.
    .hint = For example cms.example.com

error-address-malformed = This is not an address Latchkey can read.
    .hint = Copy it from your browser while the Data Studio is open.

error-address-scheme = An address starts with https://, not with { $scheme }:.

error-address-userinfo = The address holds a user name or password before the @.
    .hint = Leave that part out; Latchkey asks for them when you sign in.

error-address-plain-http = { $host } would be used without encryption: anyone on the way could read your password.
    .hint = Use https://, or allow plain http for this address if you accept that.

error-link-empty = There is no link here yet.

error-link-too-long = This is too long to be one of our links.

error-link-characters = This link holds characters that no genuine link has.

error-link-malformed = There is no link or token in this text.

error-link-scheme = This link belongs to another program.

error-link-unknown = This kind of link is not known to this version of Latchkey.

error-link-key = This link holds something that does not belong into it.

error-link-no-token = This link is not complete: its token is missing.

error-link-profile = This link names an instance in a way Latchkey does not know.

error-link-hint = Copy the whole link from the mail, from its first to its last character.

error-no-profile = There is no profile “{ $text }”.
    .hint = `latchkey profiles` lists them; `latchkey add ADDRESS` adds one.

error-several-profiles = “{ $text }” fits more than one profile: { $names }.
    .hint = Use the name of the one you mean.

error-interrupted = The connection to { $host } ended before the answer, so it is not known whether it worked.
    .hint = Try again when you are ready; nothing is repeated by itself.

error-timed-out = { $host } did not answer in time.
    .hint = Try again in a moment.

error-proxy-credentials = The proxy of this network asks for a name and password.
    .hint = Set HTTPS_PROXY with them, or ask whoever runs the network.

error-not-directus = Something answers at { $host }, but not as Directus does.
    .hint = Check the address and its sub-path. A proxy, a maintenance page or a sign-in page in front of the server also looks like this.

error-redirected = { $host } sends us on to { $to }. Latchkey follows no one with your password.
    .hint = If that address is right, add it as an instance. A network's own sign-in page also looks like this: open it in your browser first.

error-too-large = The answer of { $host } is far too large.
    .hint = Check the address; a Directus does not do this.

error-setup = The connection could not be set up.
    .hint = Check the certificate file of this instance, if it has one, and that the system's certificates are installed (ca-certificates).

error-unreachable-refused = Nothing answers at { $host }.
    .hint = Is the server running, and is the port right?

error-unreachable-name = The name of { $host } is not known.
    .hint = Check the spelling, your connection and, for company servers, the VPN.

error-unreachable-no-route = There is no way to { $host } from this network.
    .hint = Check your connection and, for company servers, the VPN.

error-unreachable-no-answer = { $host } does not answer.
    .hint = Check your connection, then try again.

error-unreachable-other = { $host } cannot be reached.

error-tls-expired = The certificate of { $host } is not valid today.
    .hint = Check this machine's date and time; if they are right, tell the server's administrator.

error-tls-wrong-host = { $host } shows a certificate that was made for another name.
    .hint = Check the address; if it is right, tell the server's administrator.

error-tls-self-signed = { $host } signed its certificate itself, so nobody vouches for it.
    .hint = If it is your own server, give Latchkey its certificate: `latchkey add ADDRESS --ca-file FILE.pem`.

error-tls-unknown-authority = The certificate of { $host } comes from an authority this machine does not know.
    .hint = If your company runs its own authority, give Latchkey its certificate: `latchkey add ADDRESS --ca-file FILE.pem`. On a strange network, someone may be reading along.

error-tls-revoked = The certificate of { $host } was taken back.
    .hint = Do not sign in; tell the server's administrator.

error-tls-not-tls = { $host } does not speak https on this port.
    .hint = Check the port, or ask the server's administrator.

error-tls-other = No secure connection to { $host } came about.
    .hint = Try again; if it stays, tell the server's administrator.

error-invalid-credentials = The e-mail or the password is wrong.
    .hint = Too many wrong attempts suspend an account. If you usually sign in through a provider, this account has no password here.

error-invalid-otp = A one-time code is needed, or this one was not right.
    .hint = Enter the current code of your authenticator app; if it is refused again, check this machine's and the phone's clock.

error-token-expired = This has expired.
    .hint = Ask for a new link, or sign in again.

error-invalid-token = The server does not know this token.

error-forbidden = The server does not allow this.
    .hint = Ask an administrator of the project if you think it should.

error-invalid-payload = The server does not accept what was entered.
    .hint = Check the e-mail address and try again.

error-failed-validation = The server's password rules do not allow this password.
    .hint = Try a longer one that mixes letters, digits and signs. The link stays usable.

error-invalid-invite = This invitation was accepted already.
    .hint = Sign in; if you do not know the password, reset it.

error-invalid-provider = This account signs in another way.
    .hint = Use the provider it was made with.

error-route-not-found = This server does not offer this way in.
    .hint = Its settings may have changed: go back and look again.

error-requests-exceeded = The server asks us to slow down.
    .hint = Try again in a minute.

error-requests-exceeded-wait = Try again in { $time }.

error-email-limit-exceeded = The server has sent too many mails for now.
    .hint = Try again later, or ask an administrator of the project.

error-service-unavailable = The server cannot reach something it needs for this.
    .hint = Try again in a while; nothing is lost.

error-licence-hint = Ask an administrator of the project: administrators can still sign in.

error-project-locked = The project is locked because of its licence.

error-limit-exceeded = The licence of this project has no room for another account.
    .hint = Ask an administrator of the project. The link stays usable.

error-internal-server-error = The server ran into a fault of its own.

error-other = The server refused with the code { $code }.
    .hint = Ask an administrator of the project what it means.

error-mailed-token-expired = This link has expired.

error-mailed-invalid-token = The server does not recognise this link: it is incomplete, or another server made it.

error-mailed-forbidden = This link was used already, or the password was changed since it was sent.
    .hint = Send a new link.

error-no-companion = This server cannot hand a browser sign-in over to programs yet.
    .hint = Ask an administrator of the project to install directus-extension-latchkey and restart Directus, or sign in with a password.

error-companion-version = The Latchkey extension on this server speaks another version than this Latchkey.
    .hint = Update Latchkey; if it is up to date, ask an administrator to update directus-extension-latchkey.

error-redirect-not-allowed = This server does not let the browser come back to Latchkey for this provider.
    .hint = Add the line below to the server's environment and restart Directus, or install directus-extension-latchkey.

error-not-relayed = This server does not let Latchkey receive this provider's answer in its place.
    .hint = Add the line below to the server's environment, register { $callback } at the provider, and restart Directus. It works for OpenID and OAuth 2.0, from Directus 11.14.1 on, where the server is reached without TLS in front.

error-provider-not-offered = This server does not offer this provider.
    .hint = Its settings may have changed: look at the list again. Directus 12 offers single sign-on only with a licence that includes it.

error-other-address = This server calls itself by another address than the one you keep, so a browser sign-in would not find back.
    .hint = Add it under its own address: { $address }. If that one is wrong, an administrator has to correct PUBLIC_URL.

error-no-s256 = The Latchkey extension on this server does not protect the sign-in as it must, so nothing was opened.
    .hint = Ask an administrator to update directus-extension-latchkey.

error-provider-name = The name of this provider would lead the browser elsewhere, so nothing was opened.
    .hint = Tell an administrator of the project.

error-ports-taken = Other programs hold every port the browser may come back to.
    .hint = Close another sign-in that still waits, or the program that holds these ports, and try again.

error-cannot-listen = The system does not let Latchkey wait for the browser on this machine.
    .hint = Check this machine's firewall and try again.

error-other-issuer = The answer came from another server than the one you signed in at. It was not used.
    .hint = Try again; if it happens twice, tell an administrator of the project.

error-no-session = The browser came back, but without a session.
    .hint = Use the very address that the server has as its PUBLIC_URL: localhost and 127.0.0.1 are two different ones to a browser.

error-browser-timed-out = Nobody came back from the browser in time.
    .hint = Try again when you are ready; nothing was changed.

error-sign-in-over = This sign-in is over.
    .hint = Begin a new one.

error-sso-invalid-otp-hint = Enter the current code of your authenticator app and sign in again; if it is refused again, check this machine's and the phone's clock.

error-sso-invalid-provider = The account of this address signs in another way.
    .hint = Use the provider or the password it was made with, or ask an administrator of the project to change that.

error-sso-invalid-credentials = The sign-in was refused or cancelled at the provider, or there is no account for you here.
    .hint = Try again; if it stays, ask an administrator of the project.

error-sso-failed-validation = The project does not take the details the provider gave about you.
    .hint = Ask an administrator of the project: often it is the e-mail address.

error-sso-service-unavailable = The provider cannot be reached by the server at the moment.
    .hint = Try again in a while.

error-sso-access-denied = You said no on the page in the browser. Nobody was signed in.
    .hint = Sign in again if that was not meant.

error-sso-session-missing = The browser came back without a session.
    .hint = If the project asked you to set up two-factor, finish that in the browser and sign in again.

error-sso-licence = The licence of this project does not include single sign-on.
    .hint = Ask an administrator of the project, or sign in with a password.

error-sso-unknown-exception = The server does not say why the sign-in failed.
    .hint = Try again; if it stays, an administrator finds the reason in the server's log.

error-sso-other = The server refused the sign-in with the code { $code }.

error-invalid-grant = The sign-in came back too late, or was used already.
    .hint = Sign in again.

error-temporarily-unavailable = The server or the provider cannot finish the sign-in at the moment.
    .hint = Sign in again in a while.

error-grant-refused = The Latchkey extension on this server refused the sign-in.
    .hint = Sign in again; if it stays, ask an administrator to update directus-extension-latchkey.

error-keyring-locked = Your keyring is locked.
    .hint = Unlock it and try again. Nothing is lost.

error-keyring-denied = Unlocking the keyring was declined.
    .hint = Try again when you want to unlock it. Nothing is lost.

error-keyring-absent = This machine offers no keyring to keep a sign-in safely.
    .hint = Start or install one (GNOME Keyring, KWallet, KeePassXC with Secret Service) and try again.

error-keyring-timeout = The keyring does not answer.
    .hint = It may be asking for its password in another window. Try again after that.

error-keyring-refused = The keyring does not take this entry.
    .hint = Check it with your system's password manager.

error-record-damaged = The keyring entry of this instance is damaged.
    .hint = Sign in again to replace it.

error-record-newer = The keyring entry was written by a newer Latchkey.
    .hint = Update Latchkey, or sign in again to replace the entry.

error-record-origin = The kept sign-in belongs to another address than this profile's, so it is not used.

error-access-token-hint = Make one in the Data Studio: open the user's page, generate a token there and save.

error-access-token-empty = There is no access token.

error-access-token-malformed = This is not an access token. Nothing was sent.

error-access-token-short-lived = This token ends within minutes; a static one is needed. Nothing was sent.

error-no-home = The system does not say where your files belong.
    .hint = Set LATCHKEY_CONFIG_DIR and LATCHKEY_STATE_DIR to folders of your own.

error-cannot-read = { $path } cannot be read.
    .hint = Check that the file belongs to you and try again.

error-cannot-write = { $path } cannot be written. What was there before is intact.
    .hint = Check that there is room on the disk and that the folder belongs to you.

error-file-newer = Your list of instances was written by a newer Latchkey, so this one does not change it.
    .hint = Update Latchkey.

error-busy = Another Latchkey (process { $process }) is busy with this instance and does not finish.
    .hint = Nothing is lost. Wait a moment and try again; if it stays, close the other one.

error-busy-unknown = Another Latchkey is busy with this instance and does not finish.
