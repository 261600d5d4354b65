### The account that is signed in.

