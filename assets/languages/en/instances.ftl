### The list of instances.

# Title.
instances-title = Your instances

# The corner button.
instances-add-short = Add

# Nothing is kept yet.
instances-empty-title = Welcome to Latchkey

# What to do then.
instances-empty = Latchkey signs you in to Directus. Add the instance you work with by its address in the browser.

# The primary button then.
instances-add = Add an instance

# While the profiles are read.
instances-loading = Reading your instances…

# In the menu of one instance: takes it off the list.
instances-remove = Remove

# In the menu: gives it another name.
instances-rename = Rename

# In the menu: changes its place in the list.
instances-move-up = Move up

# In the menu: changes its place in the list.
instances-move-down = Move down

# In the menu: leads to the page with its settings.
instances-settings = Settings

# Label of the field for its new name.
instances-name = Name

# Keeps the new name.
instances-name-keep = Save

# Leaves the old name.
instances-name-cancel = Cancel

# Under the field when nothing of the name would be seen.
instances-name-empty = The name is empty. Give it at least one visible character.

# It is off the list, and can be brought back for some seconds.
instances-removed = { $name } is removed.

# Under it, for an instance one is signed in to.
instances-removed-signed-in = You will be signed out of it when this notice goes.

# Brings it back.
instances-undo = Undo

# Label of the field that finds instances.
instances-search = Search

# In the empty field: what can be searched for.
instances-search-example = Name, address or e-mail

# Nothing is found. $words is what was typed.
instances-nothing = No instance matches “{ $words }”.

# Being looked at.
instances-checking = Checking…

# State line.
instances-signed-out = Signed out

# State line.
instances-ended = Sign in again

# State line.
instances-locked = Keyring locked

# State line.
instances-no-keyring = Keyring not available

# State line.
instances-damaged = The saved sign-in cannot be read

# State line.
instances-signed-in = Signed in as { $who }

# State line.
instances-not-reachable = Signed in as { $who } · not reachable

# State line.
instances-unconfirmed = Signed in as { $who } · not confirmed

# The profile file was damaged.
instances-file-damaged = The list of instances was damaged. It was set aside as { $kept_as }

# What was saved of it.
instances-recovered =
    { $count ->
        [0] Add your instances again; your sign-ins are kept in the keyring.
        [one] One instance was restored from the last good copy.
       *[other] { $count } instances were restored from the last good copy.
    }

# The profile file is from a newer version.
# .hint: What that means.
instances-newer = The list of instances was written by a newer Latchkey.
    .hint = It is shown as it is and not changed. Update Latchkey to change it.

# Entries that could not be read.
instances-skipped =
    { $count ->
        [one] One entry of the list could not be read. It is kept in the file as it is.
       *[other] { $count } entries of the list could not be read. They are kept in the file as they are.
    }
