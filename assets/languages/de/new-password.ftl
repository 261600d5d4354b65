### Setting the password a link is for.

