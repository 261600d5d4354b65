### The list of instances.

instances-title = Ihre Instanzen

instances-add-short = Hinzufügen

instances-empty-title = Willkommen bei Latchkey

instances-empty = Latchkey meldet Sie bei Directus an. Fügen Sie die Instanz, mit der Sie arbeiten, mit ihrer Adresse aus dem Browser hinzu.

instances-add = Instanz hinzufügen

instances-loading = Ihre Instanzen werden gelesen…

instances-remove = Entfernen

instances-rename = Umbenennen

instances-move-up = Nach oben

instances-move-down = Nach unten

instances-settings = Einstellungen

instances-name = Name

instances-name-keep = Speichern

instances-name-cancel = Abbrechen

instances-name-empty = Der Name ist leer. Geben Sie mindestens ein sichtbares Zeichen ein.

instances-removed = { $name } ist entfernt.

instances-removed-signed-in = Sie werden dort abgemeldet, wenn dieser Hinweis verschwindet.

instances-undo = Rückgängig

instances-search = Suche

instances-search-example = Name, Adresse oder E-Mail

instances-nothing = Keine Instanz passt zu „{ $words }“.

instances-checking = Wird geprüft…

instances-signed-out = Abgemeldet

instances-ended = Bitte erneut anmelden

instances-locked = Schlüsselbund gesperrt

instances-no-keyring = Kein Schlüsselbund verfügbar

instances-damaged = Die gespeicherte Anmeldung ist nicht lesbar

instances-signed-in = Angemeldet als { $who }

instances-not-reachable = Angemeldet als { $who } · nicht erreichbar

instances-unconfirmed = Angemeldet als { $who } · nicht bestätigt

instances-file-damaged = Die Liste der Instanzen war beschädigt. Sie wurde beiseitegelegt als { $kept_as }

instances-recovered =
    { $count ->
        [0] Fügen Sie Ihre Instanzen wieder hinzu; Ihre Anmeldungen liegen im Schlüsselbund.
        [one] Eine Instanz wurde aus der letzten guten Kopie wiederhergestellt.
       *[other] { $count } Instanzen wurden aus der letzten guten Kopie wiederhergestellt.
    }

instances-newer = Die Liste der Instanzen stammt von einem neueren Latchkey.
    .hint = Sie wird gezeigt, wie sie ist, und nicht geändert. Aktualisieren Sie Latchkey, um sie zu ändern.

instances-skipped =
    { $count ->
        [one] Ein Eintrag der Liste war nicht lesbar. Er bleibt in der Datei, wie er ist.
       *[other] { $count } Einträge der Liste waren nicht lesbar. Sie bleiben in der Datei, wie sie sind.
    }
