### Signing in through the browser.

# Title of the window.
sso-window = Sign in through the browser

# While the way is found out.
# .lead: Where the person is going.
sso-asking = Getting ready…
    .lead = Asking { $host } how a sign-in with { $label } comes back to this computer.

# Title of the wait.
# .lead: What is awaited.
sso-waiting = Continue in your browser
    .lead = Sign in to { $host } with { $label } there. This window comes up by itself when it is done.

# A page of the provider can be older than the person's coffee.
sso-runs-out = A page of the provider may run out sooner, often after five minutes. Then open it again.

# Opens the page once more.
sso-open-again = Open it again

# Copies its address.
sso-copy = Copy the address

# It was copied.
sso-copied = Copied

# Grants the whole time again.
sso-keep = Keep waiting

# Ends the wait.
sso-cancel = Cancel

# No browser could be asked (R-33).
# .hint: What to do then.
sso-no-browser = No browser could be opened.
    .hint = Copy the address and open it in a browser on this computer. Latchkey is waiting for it.

# Label of it.
sso-address = Address

# Title of the wait after an unproven report.
# .lead: What to do then.
sso-reported = Did it fail in your browser?
    .lead = If the page there says that it did not work, try again: it begins anew with the same provider. If you are still signing in, just go on there.

# What to do then, when a code is what is missing.
sso-reported-code-lead = If the sign-in page is there again, enter the code of your authenticator app and go round once more. If you are still signing in, just go on there.

# The wait ended by itself.
# .lead: What that means.
sso-over = The time ran out
    .lead = Nobody came back from the browser in time. Nothing was changed, and the page there is of no use any more.

# Copies the lines for the administrator.
sso-copy-lines = Copy for the administrator

# Label of them.
sso-lines = For the administrator

# Time left, in words.
sso-time-left = Waiting · { $time } left

# What somebody said without proof (S-05).
# .hint: What an unproven report means (S-05).
sso-unverified-error = The server may have reported: { $what }
    .hint = It came without proof, so Latchkey goes on waiting.

# Title when it cannot come back here.
sso-no-way = Nothing was opened

# The browser has brought the answer.
# .lead: What happens then.
sso-finishing = Signing in…
    .lead = Your browser is back. The session is being fetched and kept.

# Asks for the code, by the person's own choice, when only an unproven report wants one.
sso-enter-code = Enter a code
