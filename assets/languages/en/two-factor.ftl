### Setting up a second factor, and taking it away.

# Title of setting it up, and of the window.
# .lead: Before anything is made. Asks for the password.
two-factor-title = Two-factor authentication
    .lead = After your password, signing in then asks for a six-digit code of an authenticator app. Enter your password to begin.

# The same for an account that signs in through a provider.
two-factor-lead-provider = Signing in then asks for a six-digit code of an authenticator app as well.

# Primary of the first step.
two-factor-begin = Continue

# Busy.
two-factor-beginning = One moment…

# The password was not right; beside the field.
two-factor-wrong-password = This is not your password.

# Title of the second step.
# .lead: What to do.
two-factor-scan = Scan this code
    .lead = Scan it with your authenticator app, or type the key into it. Then enter the six digits the app shows.

# Label of the key, which is shown in groups of four.
two-factor-key = Key

# Copies the key.
two-factor-copy = Copy the key

# It was copied.
two-factor-copied = Copied for 45 seconds

# Label of the code.
two-factor-code = Code

# Nothing was typed.
two-factor-code-empty = Enter the code.

# The code was refused.
two-factor-code-wrong = The code was not accepted. Wait for the next one; if it is refused too, check the clock of this computer and of the phone.

# Primary of the second step.
two-factor-enable = Turn it on

# Busy.
two-factor-enabling = Turning it on…

# Title of taking it away.
# .lead: What that means.
two-factor-off-title = Turn off two-factor authentication
    .lead = Signing in then asks for your password only. Enter a code of your authenticator app to turn it off.

# Primary of taking it away.
two-factor-disable = Turn it off

# Busy.
two-factor-disabling = Turning it off…

# Done, on the account screen.
# .hint: What to know.
two-factor-is-on = Two-factor authentication is on.
    .hint = Keep the key somewhere safe: without the app, only an administrator can let you in again.

# Done, on the account screen.
two-factor-is-off = Two-factor authentication is off.
