### Adding an instance.

