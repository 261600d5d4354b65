### Signing in with an access token made in the Data Studio.

