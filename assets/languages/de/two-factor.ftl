### Setting up a second factor, and taking it away.

