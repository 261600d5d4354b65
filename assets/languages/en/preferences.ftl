### What a person may choose for the whole window.

# Title.
preferences-title = Settings

# Title of the window.
preferences-window = Settings — Latchkey

# Question: light or dark.
preferences-theme = Theme

# As the system is. One of three options side by side: keep it short.
preferences-theme-system = System

# The same.
preferences-theme-light = Light

# The same.
preferences-theme-dark = Dark

# Question: how strongly things stand out.
preferences-contrast = Contrast

# As the system wishes. One of three options side by side: keep it short.
preferences-contrast-system = System

# The same.
preferences-contrast-normal = Normal

# The same.
preferences-contrast-high = High

# Question.
# .hint: Below it.
preferences-text-size = Text size
    .hint = Everything in the window grows with it.

# How large it is now.
preferences-text-size-percent = { $percent } %

# Back to 100 %.
preferences-text-size-usual = Usual size

# Question: what is seen first.
# .hint: Below it.
preferences-start = When Latchkey opens
    .hint = Someone who keeps a single instance sees it at once in any case.

# One answer.
preferences-start-list = Show the list

# The other.
preferences-start-last = Go on with the last instance

# Question.
preferences-language = Language

# As the system's.
preferences-language-system = System language

# Who opens the links of mails.
preferences-links = Links of mails

# Not known yet.
preferences-links-asking = Finding out who opens them…

# Makes Latchkey the program that opens them.
preferences-links-mend = Open them with Latchkey

# Busy with that.
preferences-links-mending = Registering…

# It did not work.
# .hint: What to do instead.
preferences-not-mended = Latchkey could not be made to open the links of mails.
    .hint = A link can still be pasted on the page for a forgotten password.

# A choice is followed, but could not be written to the disk.
# .hint: Why, and what to do.
preferences-not-kept = Your choice counts only until this window closes.
    .hint = It could not be saved. The details say why.

# Leads to the page about the program.
preferences-about = About Latchkey
