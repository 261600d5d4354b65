### Adding an instance.

# Title.
add-title = Add an instance

# Label.
add-address = Address
    .hint = Paste any address of it, for example from the browser.

# Example.
add-example = cms.example.com

# Primary.
add-look-up = Look it up

# Busy.
add-looking = Looking it up…

# Primary, when what is at the address is shown already.
add-found-add = Add

# Title of the preview.
add-found = Is this the one?

# Label.
add-name = Name in your list

# Primary.
add-save = Save and go on

# Busy.
add-saving = Saving…

# Back to the address.
add-other = Another address

# Opt-in for http.
add-allow-http = Use this address without encryption

# What it means.
# .hint: What to do instead.
add-http-warning = Anyone on the way could read your password.
    .hint = Without https, passwords and tokens cross the network in the clear. Better: ask for an https address.

# Opens the one that is kept.
add-open-kept = Open it

# It is kept already.
add-kept = You have this instance already, as { $name }.

# The server points elsewhere (S-31).
add-use-other = Use { $host }
