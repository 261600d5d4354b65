### What a field says by itself.

field-caps-lock = El bloqueo de mayúsculas parece activado.
