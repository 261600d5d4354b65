### Signing in.

# Title and label of the primary button.
sign-in-title = Sign in

# Busy.
sign-in-busy = Signing in…

# Beside it.
sign-in-forgot = Forgot password?

# Title of the second step.
# .lead: What is asked.
sign-in-code-title = One-time code
    .lead = Enter the six digits your authenticator app shows for this account.

# Label.
sign-in-code = Code

# Nothing was typed.
sign-in-code-empty = Enter the code.

# Hint under a refused code (R-09).
sign-in-code-clock = The code was not accepted. Wait for the next one; if it is refused too, check the clock of this computer and of the phone.

# Primary.
sign-in-code-submit = Continue

# Leads back.
sign-in-code-other = Use another account

# Leads back, from the code of a provider of the browser.
sign-in-other-way = Sign in another way

# No form here.
# .hint: No form and nothing else.
sign-in-no-form = This instance does not take a password.
    .hint = It offers no other way either. Ask the administrator how to sign in there.

# Between the form and the providers of the browser.
sign-in-or = or

# Above the choice of providers.
sign-in-with = Sign in with

# The server's own accounts, among them.
sign-in-own = E-mail

# Label: the name a directory knows the person by.
sign-in-identifier = Identifier

# Nothing was typed.
sign-in-identifier-empty = Enter your identifier.

# Refused.
sign-in-identifier-wrong = The identifier or the password is wrong.

# Refused for its form.
sign-in-identifier-malformed = The server does not accept this identifier.

# A provider of the browser, as the Data Studio labels it.
sign-in-log-in-with = Log In with { $label }

# What is asked after the provider let the person in (R-36).
sign-in-provider-code-lead = { $label } let you in, and { $host } asks for its own code as well. Enter the six digits your authenticator app shows for { $host }; the browser then goes round once more.

# The button waits (R-10).
sign-in-blocked = Wait { $time }

# After a reset (S-25).
# .hint: What to do then.
sign-in-password-set = Your new password is set.
    .hint = Sign in with it. Every other device was signed out.

# After an invitation.
# .hint: What to do then.
sign-in-invited = Your account is ready.
    .hint = Sign in with the password you have just chosen.

# After a confirmation.
sign-in-verified = Your address is confirmed.

# After a sign-out.
sign-in-signed-out = You are signed out.

# After a sign-out the server did not hear of (S-50).
# .hint: What that means.
sign-in-signed-out-here = You are signed out on this computer only.
    .hint = The server could not be told. The session ends there by itself, after 7 days on most servers. Setting a new password ends it at once.

# After an access token was removed here.
sign-in-token-gone = The access token is no longer kept here.

# What that means.
sign-in-token-stays = It still works. To end that, remove it on the user's page of the Data Studio.

# Leads to the page for one.
sign-in-use-token = Use an access token

# There was nothing.
sign-in-nothing = Nobody was signed in here.

# Above the project's own public note, which stands in a frame: whose words they are.
sign-in-note-from = From { $project }

# Shows all of a long note.
sign-in-note-more = Show the whole note

# Shows only its beginning again.
sign-in-note-less = Show less

# Leads to making an account.
sign-in-sign-up = No account yet? Sign up

# Title when somebody is signed in here already.
sign-in-continue-title = You are signed in already

# Primary: goes on as that person.
sign-in-continue-as = Continue as { $name }

# Shows the form all the same.
# .hint: What that means for the session that is there.
sign-in-somebody-else = Sign in as somebody else
    .hint = Another sign-in takes the place of this one.

# After a change of the password.
sign-in-password-changed = Your password is changed.
