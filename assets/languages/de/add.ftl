### Adding an instance.

add-title = Instanz hinzufügen

add-address = Adresse
    .hint = Fügen Sie irgendeine Adresse von ihr ein, zum Beispiel aus dem Browser.

add-example = cms.example.com

add-look-up = Nachsehen

add-looking = Es wird nachgesehen…

add-found-add = Hinzufügen

add-found = Ist es diese?

add-name = Name in Ihrer Liste

add-save = Speichern und weiter

add-saving = Wird gespeichert…

add-other = Andere Adresse

add-allow-http = Diese Adresse ohne Verschlüsselung verwenden

add-http-warning = Jeder auf dem Weg könnte Ihr Passwort lesen.
    .hint = Ohne https gehen Passwörter und Token lesbar durchs Netz. Besser: Fragen Sie nach einer https-Adresse.

add-open-kept = Öffnen

add-kept = Diese Instanz haben Sie schon, als { $name }.

add-use-other = { $host } verwenden
