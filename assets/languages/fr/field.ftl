### What a field says by itself.

field-caps-lock = Le verrouillage des majuscules semble activé.
