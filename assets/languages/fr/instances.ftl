### The list of instances.

