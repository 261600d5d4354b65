### What a field says by itself.

field-caps-lock = Die Feststelltaste scheint an zu sein.
