### What a field says by itself.

# Under a password that is being typed while Caps Lock seems to be on.
field-caps-lock = Caps Lock seems to be on.
