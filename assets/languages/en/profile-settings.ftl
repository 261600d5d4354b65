### The settings of one instance.

# Title.
profile-settings-title = Settings of this instance

# Label.
profile-settings-name = Name in your list

# Label of its address, which cannot be changed.
profile-settings-address = Address

# The instance is reached by http.
# .hint: What to do instead.
profile-settings-http = This address is not encrypted. You agreed to that when you added it.
    .hint = Anyone on the way could read your password. Better: ask for an https address, add it, and remove this one.

# Label of the choice of a way to the instance.
profile-settings-proxy = Proxy

# One of the choice: what the system's settings say.
profile-settings-proxy-system = System

# One of the choice: no proxy at all.
profile-settings-proxy-none = None

# One of the choice: a proxy that is typed below.
profile-settings-proxy-own = Own

# Label of the proxy's address.
# .hint: Under the proxy's address.
profile-settings-proxy-address = Address of the proxy
    .hint = An HTTP proxy without name and password.

# Example of a proxy's address.
profile-settings-proxy-example = http://proxy.example.com:3128

# The typed proxy has a name or a password in it.
profile-settings-proxy-credentials = A name and a password would lie in a file here. Leave them out and set that proxy up in the system.

# The typed proxy is of another kind, for example SOCKS.
profile-settings-proxy-scheme = Only HTTP proxies work here. Addresses with https go through them just as well.

# The typed proxy is no address.
profile-settings-proxy-form = This is no address of a proxy. It looks like http://proxy.example.com:3128.

# Label of the path of a file with certificate authorities.
# .hint: Under the path.
profile-settings-ca-file = Own certificate authority
    .hint = A PEM file, trusted for this instance only. Empty: the system’s authorities.

# Example of a path.
profile-settings-ca-file-example = /etc/ssl/certs/own.pem

# The path does not begin at the root of the file system.
profile-settings-ca-file-relative = Give the whole path, from the root of the file system.

# Above what concerns the sign-in through the browser.
profile-settings-browser = Sign-in through the browser

# Label of the ports a browser on this computer comes back to.
# .hint: Under the ports. They must be those of the provider's list at the server.
profile-settings-ports = Ports on this computer
    .hint = As your administrator has put them on the server’s list. Empty: the usual ones.

# Example of ports.
profile-settings-ports-example = 28517, 28518, 28519

# What is typed are no numbers of ports.
profile-settings-ports-form = Ports are numbers up to 65535, with commas between them.

# Too many ports.
profile-settings-ports-count = Three ports are enough. Leave the others out.

# A port below 1024.
profile-settings-ports-privileged = Ports below 1024 belong to the system. Choose others, the same as on the server.

# The same port more than once.
profile-settings-ports-twice = A port is there twice. Name each once.

# To tick: Latchkey may receive a provider's answer in the server's place. AUTH_ALLOWED_PUBLIC_URLS is the server's setting.
profile-settings-relay = The server lists the first port in AUTH_ALLOWED_PUBLIC_URLS

# Primary.
profile-settings-save = Save

# Busy.
profile-settings-saving = Saving…

# It was kept.
profile-settings-saved = Saved.

# Takes the instance off the list; it can be undone there for some seconds.
profile-settings-remove = Remove from the list
