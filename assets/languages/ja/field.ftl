### What a field says by itself.

field-caps-lock = Caps Lockがオンになっているようです。
