### Making an account where a project lets anybody do so.

# Title, and of the window.
# .lead: What happens.
register-title = Sign up
    .lead = You make an account of your own on { $host }.

# Primary.
register-submit = Sign up

# Busy.
register-busy = Signing up…

# Busy after that: the account is there already.
register-signing-in = Signing in…

# Registering is off by now, or not for this address.
# .hint: What to do then.
register-forbidden = This project does not let this address sign up.
    .hint = It may take addresses of its own organisation only, or no new accounts at all. Ask an administrator of the project.

# Title of the waiting step.
register-waiting = Check your mail

# The server says the same for every address.
register-neutral = If { $email } has no account on { $host } yet, a mail to confirm the address is on its way.

# The link of the mail opens Latchkey.
register-click = Click the link in it, and this window comes up. If nothing happens, copy the link and paste it below.

# The link of the mail opens the server's own page.
register-server = Click the link in it: the server confirms your address. Or copy the link and paste it below.

# Leads to the form.
register-sign-in = I have confirmed it: sign in

# On the sign-in form: the account is there, but its password is another.
# .hint: What to do then.
register-known = This address may have an account already.
    .hint = Sign in with its own password, or have a link for a new one sent to you.
