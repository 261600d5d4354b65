### A new password for the account that is signed in.

# Title.
# .lead: What happens with it.
change-password-title = Change password
    .lead = Every device is signed out by it, this one too: you then sign in with the new password.

# Label of the account it is for.
change-password-account = Account

# Primary.
change-password-submit = Change the password

# Busy.
change-password-busy = Changing it…

# The server does not let this account do it.
# .hint: What to do then.
change-password-forbidden = This server lets only administrators change a password here.
    .hint = A link by mail does it for every account.

# Leads to that mail.
change-password-mail = Send me a link
