### What a person may choose for the whole window.

# Title.
settings-title = Settings

# Title of the window.
settings-window = Settings — Latchkey

# Question: light or dark.
settings-theme = Theme

# As the system is. One of three options side by side: keep it short.
settings-theme-system = System

# The same.
settings-theme-light = Light

# The same.
settings-theme-dark = Dark

# Question: how strongly things stand out.
settings-contrast = Contrast

# As the system wishes. One of three options side by side: keep it short.
settings-contrast-system = System

# The same.
settings-contrast-normal = Normal

# The same.
settings-contrast-high = High

# Question.
settings-text-size = Text size

# How large it is now.
settings-text-size-percent = { $percent } %

# Back to 100 %.
settings-text-size-usual = Usual size

# Below it.
settings-text-size-hint = Everything in the window grows with it.

# Question: what is seen first.
settings-start = When Latchkey opens

# One answer.
settings-start-list = Show the list

# The other.
settings-start-last = Go on with the last instance

# Below it.
settings-start-hint = Someone who keeps a single instance sees it at once in any case.

# Question.
settings-language = Language

# As the system's.
settings-language-system = System language

# Who opens the links of mails.
settings-links = Links of mails

# Not known yet.
settings-links-asking = Finding out who opens them…

# Makes Latchkey the program that opens them.
settings-links-mend = Open them with Latchkey

# Busy with that.
settings-links-mending = Registering…

# It did not work.
settings-not-mended = Latchkey could not be made to open the links of mails.

# What to do instead.
settings-not-mended-hint = A link can still be pasted on the page for a forgotten password.

# A choice is followed, but could not be written to the disk.
settings-not-kept = Your choice counts only until this window closes.

# Why, and what to do.
settings-not-kept-hint = It could not be saved. The details say why.

# Leads to the page about the program.
settings-about = About Latchkey
