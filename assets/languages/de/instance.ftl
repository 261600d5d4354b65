### The settings of one instance.

instance-title = Einstellungen dieser Instanz

instance-name = Name in Ihrer Liste

instance-address = Adresse

instance-http = Diese Adresse ist nicht verschlüsselt. Sie haben dem beim Hinzufügen zugestimmt.

instance-http-hint = Jeder auf dem Weg könnte Ihr Passwort lesen. Besser: Fragen Sie nach einer https-Adresse, fügen Sie sie hinzu und entfernen Sie diese hier.

instance-proxy = Proxy

instance-proxy-system = System

instance-proxy-none = Keiner

instance-proxy-own = Eigener

instance-proxy-address = Adresse des Proxys

instance-proxy-example = http://proxy.example.com:3128

instance-proxy-hint = Ein HTTP-Proxy ohne Namen und Passwort.

instance-proxy-credentials = Name und Passwort lägen hier in einer Datei. Lassen Sie sie weg und richten Sie diesen Proxy im System ein.

instance-proxy-scheme = Hier gehen nur HTTP-Proxys. Adressen mit https gehen ebenso gut durch sie.

instance-proxy-form = Das ist keine Adresse eines Proxys. Sie sieht so aus: http://proxy.example.com:3128.

instance-ca-file = Eigene Zertifizierungsstelle

instance-ca-file-example = /etc/ssl/certs/own.pem

instance-ca-file-hint = Eine PEM-Datei, der nur für diese Instanz vertraut wird. Leer: die Stellen des Systems.

instance-ca-file-relative = Geben Sie den ganzen Pfad an, von der Wurzel des Dateisystems aus.

instance-browser = Anmeldung im Browser

instance-ports = Ports auf diesem Computer

instance-ports-example = 28517, 28518, 28519

instance-ports-hint = So wie die Administration sie auf die Liste des Servers gesetzt hat. Leer: die üblichen.

instance-ports-form = Ports sind Zahlen bis 65535, mit Kommas dazwischen.

instance-ports-count = Drei Ports genügen. Lassen Sie die übrigen weg.

instance-ports-privileged = Ports unter 1024 gehören dem System. Wählen Sie andere, dieselben wie auf dem Server.

instance-ports-twice = Ein Port steht zweimal da. Nennen Sie jeden einmal.

instance-relay = Der Server führt den ersten Port in AUTH_ALLOWED_PUBLIC_URLS auf

instance-save = Speichern

instance-saving = Wird gespeichert…

instance-saved = Gespeichert.

instance-remove = Aus der Liste entfernen
