### Signing in with an access token made in the Data Studio.

# Title.
access-token-title = Use an access token

# Title of the window.
access-token-window = Access token

# Label.
access-token-token = Access token

# Where one is made.
access-token-where = In the Data Studio, open your own user page, generate a token there, save the page, and paste the token here.

# What it means.
access-token-means = It does not end by itself, and whoever holds it is you. Signing out here forgets it on this computer; to end it, remove it on the same page.

# Primary.
access-token-submit = Check and keep

# Busy.
access-token-busy = Checking the token…
