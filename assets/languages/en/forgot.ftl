### Asking for the mail, and waiting for it.

# Title.
forgot-title = Forgot your password?

# Title of the window.
forgot-window = Forgot password

# What happens.
forgot-lead = Enter the e-mail address of your account. You get a mail with a link to set a new one.

# Primary.
forgot-send = Send the link

# Busy.
forgot-sending = Sending…

# For the person who has the mail already.
forgot-have-link = I have a link already

# Title of the waiting step.
forgot-waiting = Check your mail

# Title when nothing was sent.
forgot-paste-title = Paste your link

# What to do then.
forgot-paste-lead = Copy the link from the mail and paste it here. The bare token works too.

# The mail opens Latchkey.
forgot-click = Click the link in it, and this window comes up. If nothing happens, copy the link and paste it below.

# What the link does when it leads to the companion's page.
forgot-bridge = Its link opens a page in the browser: choose “Open in Latchkey” there, and this window comes up. If nothing happens, copy the link and paste it below.

# The mail opens the Data Studio.
forgot-studio = Its link opens the Data Studio. To finish here, copy the link from the mail and paste it below.

# Label.
forgot-link = Link from the mail

# Opens what was typed.
forgot-open-link = Open the link

# Example.
forgot-link-example = Paste it here

# Reveals the reasons.
forgot-not-coming = It does not come

# Hides them.
forgot-hide-reasons = Hide the reasons

# A click on the link would not come here.
forgot-not-ours = Links of mails do not open Latchkey on this computer yet.

# Makes it so.
forgot-register = Let Latchkey open them

# That failed.
forgot-not-registered = The system does not let Latchkey open these links.

# What to do then.
forgot-not-registered-hint = Copy the link from the mail and paste it below.

# Label of the line that lets the mail open Latchkey.
forgot-line = For the administrator, so that the link of the mail opens Latchkey

# Copies it.
forgot-copy-line = Copy the line

# It was copied.
forgot-copied = Copied

# Sends it again.
forgot-again = Send it again

# The pause before that.
forgot-again-in = Send it again in { $time }

# The neutral sentence (S-26).
forgot-neutral = If { $email } has an account on { $host } whose password can be reset, a mail is on its way.

forgot-reason-1 = It can take a few minutes, and it may be in the spam folder.

forgot-reason-2 = The account may use another e-mail address.

forgot-reason-3 = The account may sign in by single sign-on: its password is set at that provider.

forgot-reason-4 = The account may be suspended, or the server may not be able to send mail. The administrator knows.

