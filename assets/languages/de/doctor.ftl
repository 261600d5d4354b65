### Looking an instance and this computer over.

doctor-link = Diese Instanz prüfen

doctor-window = Prüfung

doctor-lead = Was der Server und dieser Computer zulassen, und was den Rest behebt. Nichts wird geändert, und niemand bekommt eine Mail.

doctor-busy = Wird geprüft…

doctor-busy-lead = Der Server, seine Wege zur Anmeldung, Ihr Schlüsselbund und die Links aus Mails. Das dauert höchstens eine halbe Minute.

doctor-again = Noch einmal prüfen

doctor-server = Der Server

doctor-computer = Dieser Computer

doctor-all-fine = Alles ist, wie es sein soll.

doctor-copy = Kopieren

doctor-copied = Kopiert

doctor-warning = ginge besser

doctor-failed = zu beheben

doctor-to-mend =
    { $count ->
        [one] Eine Sache lässt sich beheben.
       *[other] { $count } Sachen lassen sich beheben.
    }

### What was found when an instance and this computer were looked over.

doctor-skipped = Nicht angesehen, weil etwas davor nicht ging.

doctor-reachable-title = Verbindung

doctor-reachable = { $host } antwortet.

doctor-tls-title = Verschlüsselung

doctor-tls = Mit TLS und einem Zertifikat, dem dieser Computer vertraut.

doctor-tls-own-authority = Mit TLS und den Zertifizierungsstellen dieses Computers und der eigenen Datei dieser Instanz.

doctor-tls-same-machine = Keine, und es braucht keine: Was gesendet wird, verlässt diesen Computer nicht.

doctor-tls-none = Was an { $host } gesendet wird, ist nicht verschlüsselt: Andere im Netz können es lesen und ändern, auch Passwörter.

doctor-tls-none-fix = Bitten Sie die Administration, den Server über https anzubieten, und fügen Sie ihn dann unter dieser Adresse neu hinzu.

doctor-tls-trust = Wenn es Ihr eigener Server ist, fragen Sie seine Administration nach dem Zertifikat der Zertifizierungsstelle, vergleichen Sie den Fingerabdruck und nehmen Sie die Instanz mit dieser Datei neu auf. In einem fremden Netz liest vielleicht jemand mit.

doctor-clock-title = Uhr

doctor-clock-untold = Nicht bekannt: Der Server hat seine Zeit nicht gesagt.

doctor-clock-agrees = Dieser Computer und der Server sind sich einig, auf eine Minute genau.

doctor-clock-ahead = Die Uhr dieses Computers geht der des Servers um { $time } vor. Einmalcodes und die Lebensdauer von Token hängen von beiden ab.

doctor-clock-behind = Die Uhr dieses Computers geht der des Servers um { $time } nach. Einmalcodes und die Lebensdauer von Token hängen von beiden ab.

doctor-directus-title = Directus

doctor-directus-eleven = Directus 11 antwortet.

doctor-directus-twelve-unlicensed = Directus 12 antwortet, ohne Lizenz.

doctor-directus-twelve = Directus 12 antwortet.

doctor-directus-unknown = Directus antwortet, in einer Generation, die dieses Latchkey nicht kennt.

doctor-directus-down-fix = Versuchen Sie es in einer Weile wieder: Der Server hinter seinem Proxy steht still, startet gerade oder wird gewartet.

doctor-reset-link-title = Mail für ein vergessenes Passwort

doctor-reset-link-untold = Nicht bekannt: Dieser Server sagt es erst, wenn eine Mail verlangt wird, wie Directus vor 11.14.1.

doctor-reset-link-bridge = Ihr Link führt auf eine Seite, die Latchkey und den Browser anbietet; das geht in jedem Mailprogramm.

doctor-reset-link-scheme = Ihr Link öffnet Latchkey. Wo ein Mailprogramm ihn nicht anklicken lässt, kann man ihn einfügen.

doctor-reset-link-studio = Ihr Link öffnet das Data Studio. Man kann ihn in Latchkey einfügen; damit ein Klick Latchkey öffnet, fügt die Administration dies der Umgebung des Servers hinzu (zu dem, was die Liste schon enthält) und startet Directus neu.

doctor-sign-in-title = Wege zur Anmeldung

doctor-sign-in-own = E-Mail und Passwort

doctor-sign-in-ways = { $ways }.

doctor-sign-in-none = Keine: Die Anmeldung mit E-Mail und Passwort ist abgeschaltet, und kein Anbieter wird angeboten. Die Administration setzt dies und startet Directus neu.

doctor-sign-in-licence = Directus 12 bietet Anbieter nur mit einer Lizenz an, die sie einschließt.

doctor-sso-route-title = Anmeldung mit { $provider }

doctor-sso-route-ldap = Mit Name und Passwort des Verzeichnisses (LDAP); ein Browser ist nicht nötig.

doctor-sso-route-password = Mit Name und Passwort; ein Browser ist nicht nötig.

doctor-sso-route-unknown = Dieses Latchkey kennt Anmeldungen der Art „{ $driver }“ nicht.

doctor-sso-route-hand-off = Der Browser übergibt sie an Latchkey, mit der Erweiterung des Servers.

doctor-sso-route-same-host = Die Instanz ist auf diesem Computer, und der Browser darf zu Latchkey zurück.

doctor-sso-route-relay = Die Antwort des Anbieters kommt zu Latchkey, das sie an den Server weitergibt.

doctor-companion-title = Erweiterung für Latchkey

doctor-companion-answers = directus-extension-latchkey antwortet.

doctor-companion-needed = Eine Anmeldung über einen Anbieter braucht sie, um auf diesen Computer zurückzukommen.

doctor-companion-useful = Kein Anbieter braucht sie hier; mit ihr gingen die Links aus Mails in jedem Mailprogramm.

doctor-companion-absent = directus-extension-latchkey ist nicht installiert. { $why } Die Administration führt dies in dem Verzeichnis aus, in dem Directus startet, und startet Directus neu.

doctor-companion-unfinished = directus-extension-latchkey ist installiert, aber nicht bereit. Sie sagt: „{ $words }“

doctor-companion-unfinished-fix = Bitten Sie die Administration, Directus neu zu starten.

doctor-keyring-title = Schlüsselbund

doctor-keyring-unnamed = Der Schlüsselbund

doctor-keyring-keeps = { $name } behält, was man ihm gibt.

doctor-keyring-locked-fix = Entsperren Sie ihn in der Passwortverwaltung Ihres Systems (Passwörter und Verschlüsselung, KWalletManager, KeePassXC). Niemand ist dadurch abgemeldet: Was er enthält, ist nur gerade nicht zur Hand.

doctor-keyring-denied-fix = Versuchen Sie es noch einmal, wenn Sie ihn entsperren wollen. Niemand ist dadurch abgemeldet.

doctor-keyring-unavailable-fix = Installieren und starten Sie einen, der den Secret Service anbietet: gnome-keyring, KWallet oder KeePassXC mit eingeschaltetem Secret Service. Bis dahin hält eine Anmeldung nur, solange das Fenster offen ist.

doctor-keyring-timed-out-fix = Sehen Sie nach, ob er in einem anderen Fenster nach seinem Passwort fragt; wenn nicht, starten Sie ihn neu, zum Beispiel durch Ab- und Anmelden am Desktop.

doctor-scheme-title = Links aus Mails

doctor-scheme-ours = Ein Klick darauf öffnet dieses Latchkey.

doctor-scheme-unknown = Wer sie öffnet, lässt sich nicht sagen: { $reason }.

doctor-scheme-nobody = Ein Klick darauf bewirkt nichts; einfügen kann man sie trotzdem.

doctor-scheme-gone = Ein Klick darauf bewirkt nichts: { $program } sollte sie öffnen und ist nicht mehr da.

doctor-scheme-other = Ein Klick darauf öffnet ein anderes Programm oder eine andere Kopie von diesem: { $program }.
