### The list of instances.

instances-title = Ihre Instanzen

instances-add-short = Hinzufügen

instances-empty-title = Willkommen bei Latchkey

instances-empty = Latchkey meldet Sie bei Directus an. Fügen Sie die Instanz, mit der Sie arbeiten, mit ihrer Adresse aus dem Browser hinzu.

instances-add = Instanz hinzufügen

instances-loading = Ihre Instanzen werden gelesen…

instances-remove = Entfernen

instances-keep = Behalten

instances-removing = Wird entfernt…

instances-checking = Wird geprüft…

instances-signed-out = Abgemeldet

instances-ended = Bitte erneut anmelden

instances-locked = Schlüsselbund gesperrt

instances-no-keyring = Kein Schlüsselbund verfügbar

instances-damaged = Die gespeicherte Anmeldung ist nicht lesbar

instances-signed-in = Angemeldet als { $who }

instances-not-reachable = Angemeldet als { $who } · nicht erreichbar

instances-unconfirmed = Angemeldet als { $who } · nicht bestätigt

instances-confirm = { $name } aus dieser Liste entfernen?

instances-confirm-hint = Damit werden Sie auf diesem Computer auch dort abgemeldet. Ihr Konto und seine Daten bleiben, und Sie können sie wieder hinzufügen.

instances-file-damaged = Die Liste der Instanzen war beschädigt. Sie wurde beiseitegelegt als { $kept_as }

instances-recovered =
    { $count ->
        [0] Fügen Sie Ihre Instanzen wieder hinzu; Ihre Anmeldungen liegen im Schlüsselbund.
        [one] Eine Instanz wurde aus der letzten guten Kopie wiederhergestellt.
       *[other] { $count } Instanzen wurden aus der letzten guten Kopie wiederhergestellt.
    }

instances-newer = Die Liste der Instanzen stammt von einem neueren Latchkey.

instances-newer-hint = Sie wird gezeigt, wie sie ist, und nicht geändert. Aktualisieren Sie Latchkey, um sie zu ändern.

instances-skipped =
    { $count ->
        [one] Ein Eintrag der Liste war nicht lesbar. Er bleibt in der Datei, wie er ist.
       *[other] { $count } Einträge der Liste waren nicht lesbar. Sie bleiben in der Datei, wie sie sind.
    }
