### Asking for the mail, and waiting for it.

# Title.
# .lead: What happens.
password-reset-title = Forgot your password?
    .lead = Enter the e-mail address of your account. You get a mail with a link to set a new one.

# Title of the window.
password-reset-window = Forgot password

# Primary.
password-reset-send = Send the link

# Busy.
password-reset-sending = Sending…

# For the person who has the mail already.
password-reset-have-link = I have a link already

# Title of the waiting step.
password-reset-waiting = Check your mail

# Title when nothing was sent.
# .lead: What to do then.
password-reset-paste-title = Paste your link
    .lead = Copy the link from the mail and paste it here. The bare token works too.

# The mail opens Latchkey.
password-reset-click = Click the link in it, and this window comes up. If nothing happens, copy the link and paste it below.

# What the link does when it leads to the companion's page.
password-reset-bridge = Its link opens a page in the browser: choose “Open in Latchkey” there, and this window comes up. If nothing happens, copy the link and paste it below.

# The mail opens the Data Studio.
password-reset-studio = Its link opens the Data Studio. To finish here, copy the link from the mail and paste it below.

# Label.
password-reset-link = Link from the mail

# Opens what was typed.
password-reset-open-link = Open the link

# Example.
password-reset-link-example = Paste it here

# Reveals the reasons.
password-reset-not-coming = It does not come

# Hides them.
password-reset-hide-reasons = Hide the reasons

# A click on the link would not come here.
password-reset-not-ours = Links of mails do not open Latchkey on this computer yet.

# Makes it so.
password-reset-register = Let Latchkey open them

# That failed.
# .hint: What to do then.
password-reset-not-registered = The system does not let Latchkey open these links.
    .hint = Copy the link from the mail and paste it below.

# Label of the line that lets the mail open Latchkey.
password-reset-line = For the administrator, so that the link of the mail opens Latchkey

# Copies it.
password-reset-copy-line = Copy the line

# It was copied.
password-reset-copied = Copied

# Sends it again.
password-reset-again = Send it again

# The pause before that.
password-reset-again-in = Send it again in { $time }

# The neutral sentence (S-26).
password-reset-neutral = If { $email } has an account on { $host } whose password can be reset, a mail is on its way.

password-reset-reason-1 = It can take a few minutes, and it may be in the spam folder.

password-reset-reason-2 = The account may use another e-mail address.

password-reset-reason-3 = The account may sign in by single sign-on: its password is set at that provider.

password-reset-reason-4 = The account may be suspended, or the server may not be able to send mail. The administrator knows.
