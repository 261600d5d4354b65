### Signing in.

