### Looking an instance and this computer over.

# Leads here.
checkup-link = Check this instance

# Title of the window.
checkup-window = Check

# What it is for.
checkup-lead = What the server and this computer allow, and what mends the rest. Nothing is changed, and nobody gets a mail.

# Busy.
checkup-busy = Checking…

# How long that may take.
checkup-busy-lead = The server, its ways to sign in, your keyring and the links of mails. This takes half a minute at most.

# Checks again.
checkup-again = Check again

# Group.
checkup-server = The server

# Group.
checkup-computer = This computer

# All is well.
checkup-all-fine = Everything is as it should be.

# Copies the lines that mend something.
checkup-copy = Copy

# They were copied.
checkup-copied = Copied

# Beside the title of a finding, so that its mark is not the only one to say it.
checkup-warning = could be better

# The same.
checkup-failed = needs mending

# How many things can be mended.
checkup-to-mend =
    { $count ->
        [one] One thing can be mended.
       *[other] { $count } things can be mended.
    }

