### What this program is, where it keeps things, and its keys.

# Title of the window.
about-window = About — Latchkey

# What it is.
about-lead = The desktop sign-in for Directus.

# Version and licence.
about-version = Version { $version }, { $license } licence

# Copies name and version.
about-copy = Copy

# Group: where things are kept.
about-places = Where things are kept

# What is kept.
about-sessions = Sessions

# Where sessions are.
about-keyring = The keyring of this computer. No file holds a password or a token.

# What is kept there.
about-config = Instances and settings

# What is kept there.
about-state = The window's size and locks

# What is kept there.
about-cache = Logos

# Group: the keys.
about-keys = Keyboard

# Names of keys, and what each does.
about-key-tab = Tab

about-key-tab-does = To the next control; with Shift, to the one before

about-key-arrows = Arrows, Home, End

about-key-arrows-does = Along a list or a choice

about-key-enter = Enter, Space

about-key-enter-does = Press the control; Enter also sends a form

about-key-escape = Esc

about-key-escape-does = Cancel what is under way, else go back

about-key-add-does = Add an instance

about-key-instance-does = Open the instance at this place of the list

about-key-settings-does = Settings

about-key-size-does = Larger text, smaller text, usual size

about-key-about-does = This page

about-key-quit-does = Quit

# As the key is labelled on keyboards of the language.
about-key-control = Ctrl
