### The account that is signed in.

# Title.
account-title = Signed in

# Title of the window.
account-window = Account

# While it is looked up.
account-checking = Checking your sign-in…

# Row.
account-instance = Instance

# Row.
account-kept = Session kept

# Row.
account-access = Access token

# Where it is kept.
account-in-keyring = In the keyring of this computer

# Where it is kept.
account-in-memory = Only until you close Latchkey

# Why.
account-memory-title = This sign-in is not saved.

# None in hand.
account-no-access = Renewed when it is needed

# It was made in the Data Studio.
account-static = Made in the Data Studio, without an end. Signing out forgets it here only.

# The server could not be asked (R-01).
account-unconfirmed = Still signed in, but the server cannot be reached.

# It answered, but not so that anybody knows.
account-not-confirmed = Still signed in as far as this computer knows; the server has not confirmed it.

# Two-factor is demanded.
# .hint: Where to do it.
account-tfa = This project asks for two-factor authentication.
    .hint = Set it up in the Data Studio.

# Signs out.
account-sign-out = Sign out

# Busy.
account-signing-out = Signing out…

# Something else than the keyring could not say.
account-unchecked = Your sign-in could not be checked

# The keyring could not say.
# .lead: What that means (R-13).
account-trouble = Your keyring is needed
    .lead = Whether you are signed in here is kept in your keyring.

# The record is damaged.
# .lead: What to do.
account-damaged = The saved sign-in cannot be read
    .lead = It was left as it is. Signing in again replaces it.

# Signs in again.
account-sign-in-again = Sign in again

# Until when.
account-valid-until = Valid until { $time }

# Button: an access token for a short while goes to the clipboard.
account-copy-token = Copy access token

# Busy.
account-copying = Getting a token…

# The token is on the clipboard.
account-copied-until = Copied; valid until { $time }. The clipboard is cleared in 45 seconds.

# The same for one without a known end.
account-copied = Copied. The clipboard is cleared in 45 seconds.

# The time is over.
account-cleared = The copied token is off the clipboard again.

# Heading above what the person can change.
account-own = Your account

# Leads to a new password.
account-change-password = Change password

# Leads to setting up a second factor.
account-two-factor-on = Set up two-factor authentication

# Leads to taking it away.
account-two-factor-off = Turn off two-factor authentication

# Heading above the last sign-ins: time, program, address.
account-recent = Recent sign-ins

# A browser and its system, by their makers' names: "Firefox on Linux".
account-program-on = { $program } on { $system }
