### Asking for the mail, and waiting for it.

