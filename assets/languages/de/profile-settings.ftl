### The settings of one instance.

profile-settings-title = Einstellungen dieser Instanz

profile-settings-name = Name in Ihrer Liste

profile-settings-address = Adresse

profile-settings-http = Diese Adresse ist nicht verschlüsselt. Sie haben dem beim Hinzufügen zugestimmt.
    .hint = Jeder auf dem Weg könnte Ihr Passwort lesen. Besser: Fragen Sie nach einer https-Adresse, fügen Sie sie hinzu und entfernen Sie diese hier.

profile-settings-proxy = Proxy

profile-settings-proxy-system = System

profile-settings-proxy-none = Keiner

profile-settings-proxy-own = Eigener

profile-settings-proxy-address = Adresse des Proxys
    .hint = Ein HTTP-Proxy ohne Namen und Passwort.

profile-settings-proxy-example = http://proxy.example.com:3128

profile-settings-proxy-credentials = Name und Passwort lägen hier in einer Datei. Lassen Sie sie weg und richten Sie diesen Proxy im System ein.

profile-settings-proxy-scheme = Hier gehen nur HTTP-Proxys. Adressen mit https gehen ebenso gut durch sie.

profile-settings-proxy-form = Das ist keine Adresse eines Proxys. Sie sieht so aus: http://proxy.example.com:3128.

profile-settings-ca-file = Eigene Zertifizierungsstelle
    .hint = Eine PEM-Datei, der nur für diese Instanz vertraut wird. Leer: die Stellen des Systems.

profile-settings-ca-file-example = /etc/ssl/certs/own.pem

profile-settings-ca-file-relative = Geben Sie den ganzen Pfad an, von der Wurzel des Dateisystems aus.

profile-settings-browser = Anmeldung im Browser

profile-settings-ports = Ports auf diesem Computer
    .hint = So wie die Administration sie auf die Liste des Servers gesetzt hat. Leer: die üblichen.

profile-settings-ports-example = 28517, 28518, 28519

profile-settings-ports-form = Ports sind Zahlen bis 65535, mit Kommas dazwischen.

profile-settings-ports-count = Drei Ports genügen. Lassen Sie die übrigen weg.

profile-settings-ports-privileged = Ports unter 1024 gehören dem System. Wählen Sie andere, dieselben wie auf dem Server.

profile-settings-ports-twice = Ein Port steht zweimal da. Nennen Sie jeden einmal.

profile-settings-relay = Der Server führt den ersten Port in AUTH_ALLOWED_PUBLIC_URLS auf

profile-settings-save = Speichern

profile-settings-saving = Wird gespeichert…

profile-settings-saved = Gespeichert.

profile-settings-remove = Aus der Liste entfernen
