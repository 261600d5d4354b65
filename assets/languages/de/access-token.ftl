### Signing in with an access token made in the Data Studio.

access-token-title = Mit Zugriffstoken anmelden

access-token-window = Zugriffstoken

access-token-token = Zugriffstoken

access-token-where = Öffnen Sie im Data Studio Ihre eigene Benutzerseite, erzeugen Sie dort ein Token, speichern Sie die Seite und fügen Sie das Token hier ein.

access-token-means = Es läuft nicht von selbst ab, und wer es hat, handelt in Ihrem Namen. Beim Abmelden wird es nur auf diesem Computer vergessen; um es zu beenden, entfernen Sie es auf derselben Seite.

access-token-submit = Prüfen und behalten

access-token-busy = Token wird geprüft…
