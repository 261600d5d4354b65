### Setting the password a link is for.

# Title after a reset.
new-password-title = Set a new password

# Title after an invitation.
new-password-invite-title = Welcome: choose a password

# Title of a confirmation.
# .lead: What a confirmation does.
new-password-verify-title = Confirm your address
    .lead = This confirms the e-mail address you registered with.

# Title of the window.
new-password-window = New password

# Which account, as the link says (S-22).
new-password-account = Account (the link says)

# When it does not say.
new-password-account-unknown = The link does not name it

# Label.
new-password-new = New password

# Label.
new-password-repeat = Repeat it

# Nothing was typed.
new-password-empty = Enter a new password.

# They differ.
new-password-different = The two are not the same.

# The server's rules do not allow it; beside the field.
new-password-rules = The server's password rules do not allow this password. Try a longer one that mixes letters, digits and signs.

# Primary.
new-password-set = Set the password

# Busy.
new-password-setting = Setting it…

# Primary of a confirmation.
new-password-confirm = Confirm

# Busy.
new-password-confirming = Confirming…

# Nothing is sent by opening the link.
new-password-placing = Looking up which instance this link belongs to…

# Several fit (R-29).
# .lead: Why that is asked.
new-password-choose = Which instance is this link for?
    .lead = The link fits more than one of your instances. Nothing has been sent yet.

# It cannot be used.
new-password-unusable = This link cannot be used

# Another mail.
new-password-new-link = Send a new link

# For invitations.
new-password-ask-again = Ask the person who invited you to send the invitation again.

# For confirmations.
new-password-register-again = Register again, or ask an administrator of the project.

# A confirmation the server does not take: it does not say which of the two it is.
new-password-confirmed-or-not-whole = This address was confirmed already, or the link is not whole.

# What to do then.
new-password-try-to-sign-in = Try to sign in.

# Leads to the form, with the address of the link.
new-password-sign-in = Sign in

# Leaves a link that is of no use.
new-password-close = Close

# Where the password goes.
new-password-sent-to = The password is sent to this instance and nowhere else.
