### The settings of one instance.
