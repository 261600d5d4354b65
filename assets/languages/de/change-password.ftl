### A new password for the account that is signed in.

