### What several screens say.

# Reveals the detail of a banner.
common-show-details = Details

# Hides it again.
common-hide-details = Hide details

# Copies it.
common-copy-details = Copy details

# Does the same again.
common-try-again = Try again

# Opens the web interface of an instance.
common-open-studio = Open the Data Studio

# Label of an address field.
common-email = E-mail

# Example of an e-mail address.
common-email-example = you@example.com

# Label of a password field.
common-password = Password

# Nothing was typed.
common-email-empty = Enter your e-mail address.

# What was typed is no address.
common-email-malformed = This is not an e-mail address yet.

# Nothing was typed.
common-password-empty = Enter your password.

# In place of the password while it is on its way.
common-masked = ••••••••

# The title of the window: stable, for password managers that type.
common-title = { $name } — { $host } — { $what }

# The browser could not be started.
common-no-browser = No browser could be opened. The address is: { $address }

# Plain http, as a lasting warning (S-30).
# .hint: What that means.
common-plain-http = The connection to { $host } is not encrypted.
    .hint = Others on the network can read and change what you send.

# Lengths of time, rounded up.
common-span-seconds =
    { $count ->
        [one] { $count } second
       *[other] { $count } seconds
    }

common-span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }

common-span-hours =
    { $count ->
        [one] { $count } hour
       *[other] { $count } hours
    }

common-span-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }

# A moment that is not today; all numbers have two digits, the year has four: 2026-11-24 14:30.
common-moment = { $year }-{ $month }-{ $day } { $time }
