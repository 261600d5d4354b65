### How hard a new password is to guess.

