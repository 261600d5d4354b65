### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = Diese Instanz wurde inzwischen entfernt.
    .hint = Fügen Sie sie wieder hinzu, wenn Sie sie noch brauchen.

error-not-signed-in = Hier ist niemand angemeldet.
    .hint = Melden Sie sich zuerst an.

error-short-lived = Die Zugriffstoken dieses Servers leben nur { $lifetime }.
    .hint = Verlangen Sie eine kürzere Gültigkeit.

error-ca-file = Die Zertifikatsdatei { $path } ist nicht lesbar.
    .hint = Prüfen Sie, ob die Datei da ist und ein Zertifikat im PEM-Format enthält.

error-settings-file = Die Datei { $path } ist nicht lesbar.
    .hint = Geben Sie eine Textdatei an, etwa .env oder directus.config.json.

error-access-token-refused = Der Server kennt dieses Zugriffstoken nicht. Es wurde nichts verwahrt.
    .hint = Kopieren Sie es noch einmal von der Benutzerseite im Data Studio, und speichern Sie dort zuerst die Seite.

error-already-kept = Diese Instanz haben Sie schon, als „{ $name }“.
    .hint = Öffnen Sie sie aus der Liste der Instanzen.

error-foreign-link = Dieser Link gehört zu keiner Ihrer Instanzen. Es wurde nichts gesendet.
    .hint = Wenn Sie den Server kennen, der ihn geschickt hat, und ihm vertrauen, fügen Sie diese Instanz zuerst hinzu und öffnen Sie den Link noch einmal.

error-several-for-link = Dieser Link könnte zu mehr als einer Ihrer Instanzen gehören.
    .hint = Wählen Sie die Instanz, die Ihnen die Mail geschickt hat.

error-other-link = Dieser Link ist für etwas anderes.
    .hint = Öffnen Sie ihn durch einen Klick in der Mail.

error-overtaken = Eine andere An- oder Abmeldung begann, bevor diese beantwortet war, und trat an ihre Stelle.
    .hint = Wenn Sie diese meinten, melden Sie sich noch einmal an.

error-no-random = Das System lieferte keine Zufallszahlen.

error-internal = Latchkey hat den Faden seiner eigenen Arbeit verloren.
    .hint = Versuchen Sie es noch einmal; geschieht es zweimal, melden Sie es bitte.

error-session-ended = Die Sitzung wurde auf dem Server beendet.
    .hint = Melden Sie sich noch einmal an. Das geschieht nach einer Abmeldung anderswo, nach dem Zurücksetzen des Passworts oder nach langer Zeit ohne Gebrauch.

error-session-cut-off = Die letzte Erneuerung dieser Sitzung wurde abgeschnitten, deshalb geht sie nicht weiter.
    .hint = Melden Sie sich noch einmal an. Der Server hatte sie erneuert, aber die Antwort kam hier nicht an oder konnte nicht verwahrt werden.

error-user-suspended = Dieses Konto ist gesperrt.
    .hint = Das kann nur die Administration des Projekts aufheben.

error-access-token-ended = Der Server nimmt das hier verwahrte Zugriffstoken nicht mehr an.
    .hint = Es wurde im Data Studio entfernt oder ersetzt, oder sein Konto wurde gesperrt. Melden Sie sich noch einmal an.

error-provider-refused = Der Anbieter bürgt nicht mehr für diese Sitzung.
    .hint = Melden Sie sich noch einmal über den Anbieter an.

error-resource-restricted = Die Lizenz dieses Projekts lässt dieses Konto zurzeit nicht ein.
    .hint = Fragen Sie die Administration des Projekts.

error-address-empty = Geben Sie die Adresse eines Directus ein.
    .hint = Zum Beispiel cms.example.com

error-address-malformed = Das ist keine Adresse, die Latchkey lesen kann.
    .hint = Kopieren Sie sie aus dem Browser, während das Data Studio offen ist.

error-address-scheme = Eine Adresse beginnt mit https://, nicht mit { $scheme }:.

error-address-userinfo = Die Adresse enthält vor dem @ einen Benutzernamen oder ein Passwort.
    .hint = Lassen Sie diesen Teil weg; Latchkey fragt bei der Anmeldung danach.

error-address-plain-http = { $host } würde ohne Verschlüsselung verwendet: Jeder auf dem Weg könnte Ihr Passwort lesen.
    .hint = Verwenden Sie https://, oder erlauben Sie http für diese Adresse, wenn Sie das hinnehmen.

error-link-empty = Hier ist noch kein Link.

error-link-too-long = Das ist zu lang für einen unserer Links.

error-link-characters = Dieser Link enthält Zeichen, die kein echter Link hat.

error-link-malformed = In diesem Text ist kein Link oder Token.

error-link-scheme = Dieser Link gehört zu einem anderen Programm.

error-link-unknown = Diese Art Link kennt diese Version von Latchkey nicht.

error-link-key = Dieser Link enthält etwas, das nicht hineingehört.

error-link-no-token = Dieser Link ist nicht vollständig: Sein Token fehlt.

error-link-profile = Dieser Link nennt eine Instanz auf eine Weise, die Latchkey nicht kennt.

error-link-hint = Kopieren Sie den ganzen Link aus der Mail, vom ersten bis zum letzten Zeichen.

error-no-profile = Es gibt kein Profil „{ $text }“.
    .hint = `latchkey profiles` listet sie auf; `latchkey add ADDRESS` fügt eines hinzu.

error-several-profiles = „{ $text }“ passt zu mehr als einem Profil: { $names }.
    .hint = Verwenden Sie den Namen dessen, das Sie meinen.

error-interrupted = Die Verbindung zu { $host } endete vor der Antwort; ob es gelang, ist nicht bekannt.
    .hint = Versuchen Sie es noch einmal, wenn Sie so weit sind; von selbst wird nichts wiederholt.

error-timed-out = { $host } hat nicht rechtzeitig geantwortet.
    .hint = Versuchen Sie es gleich noch einmal.

error-proxy-credentials = Der Proxy dieses Netzes fragt nach Name und Passwort.
    .hint = Setzen Sie HTTPS_PROXY mit ihnen, oder fragen Sie, wer das Netz betreibt.

error-not-directus = Bei { $host } antwortet etwas, aber nicht wie Directus.
    .hint = Prüfen Sie die Adresse und ihren Unterpfad. Auch ein Proxy, eine Wartungsseite oder eine Anmeldeseite vor dem Server sieht so aus.

error-redirected = { $host } schickt uns weiter zu { $to }. Mit Ihrem Passwort folgt Latchkey niemandem.
    .hint = Wenn diese Adresse stimmt, fügen Sie sie als Instanz hinzu. Auch die Anmeldeseite eines Netzes sieht so aus: Öffnen Sie sie zuerst im Browser.

error-too-large = Die Antwort von { $host } ist viel zu groß.
    .hint = Prüfen Sie die Adresse; ein Directus tut das nicht.

error-setup = Die Verbindung ließ sich nicht einrichten.
    .hint = Prüfen Sie die Zertifikatsdatei dieser Instanz, falls sie eine hat, und ob die Zertifikate des Systems installiert sind (ca-certificates).

error-unreachable-refused = Bei { $host } antwortet nichts.
    .hint = Läuft der Server, und stimmt der Port?

error-unreachable-name = Der Name { $host } ist nicht bekannt.
    .hint = Prüfen Sie die Schreibweise, Ihre Verbindung und, bei Firmenservern, das VPN.

error-unreachable-no-route = Aus diesem Netz führt kein Weg zu { $host }.
    .hint = Prüfen Sie Ihre Verbindung und, bei Firmenservern, das VPN.

error-unreachable-no-answer = { $host } antwortet nicht.
    .hint = Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal.

error-unreachable-other = { $host } ist nicht erreichbar.

error-tls-expired = Das Zertifikat von { $host } gilt heute nicht.
    .hint = Prüfen Sie Datum und Uhrzeit dieses Computers; stimmen sie, sagen Sie es der Administration des Servers.

error-tls-wrong-host = { $host } zeigt ein Zertifikat, das für einen anderen Namen gemacht ist.
    .hint = Prüfen Sie die Adresse; stimmt sie, sagen Sie es der Administration des Servers.

error-tls-self-signed = { $host } hat sein Zertifikat selbst unterschrieben, also bürgt niemand dafür.
    .hint = Wenn es Ihr eigener Server ist, geben Sie Latchkey sein Zertifikat: `latchkey add ADDRESS --ca-file FILE.pem`.

error-tls-unknown-authority = Das Zertifikat von { $host } stammt von einer Stelle, die dieser Computer nicht kennt.
    .hint = Wenn Ihre Firma eine eigene Zertifizierungsstelle hat, geben Sie Latchkey deren Zertifikat: `latchkey add ADDRESS --ca-file FILE.pem`. In einem fremden Netz liest vielleicht jemand mit.

error-tls-revoked = Das Zertifikat von { $host } wurde zurückgezogen.
    .hint = Melden Sie sich nicht an; sagen Sie es der Administration des Servers.

error-tls-not-tls = { $host } spricht auf diesem Port kein https.
    .hint = Prüfen Sie den Port, oder fragen Sie die Administration des Servers.

error-tls-other = Eine sichere Verbindung zu { $host } kam nicht zustande.
    .hint = Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es der Administration des Servers.

error-invalid-credentials = Die E-Mail-Adresse oder das Passwort ist falsch.
    .hint = Zu viele falsche Versuche sperren ein Konto. Wenn Sie sich sonst über einen Anbieter anmelden, hat dieses Konto hier kein Passwort.

error-invalid-otp = Es braucht einen Einmalcode, oder dieser war nicht richtig.
    .hint = Geben Sie den aktuellen Code Ihrer Authenticator-App ein; wird er wieder abgelehnt, prüfen Sie die Uhr dieses Computers und die des Telefons.

error-token-expired = Das ist abgelaufen.
    .hint = Fordern Sie einen neuen Link an, oder melden Sie sich noch einmal an.

error-invalid-token = Der Server kennt dieses Token nicht.

error-forbidden = Der Server erlaubt das nicht.
    .hint = Fragen Sie die Administration des Projekts, wenn es gehen sollte.

error-invalid-payload = Der Server nimmt die Eingabe nicht an.
    .hint = Prüfen Sie die E-Mail-Adresse und versuchen Sie es noch einmal.

error-failed-validation = Die Passwortregeln des Servers erlauben dieses Passwort nicht.
    .hint = Versuchen Sie ein längeres mit Buchstaben, Ziffern und Zeichen gemischt. Der Link bleibt brauchbar.

error-invalid-invite = Diese Einladung wurde schon angenommen.
    .hint = Melden Sie sich an; kennen Sie das Passwort nicht, setzen Sie es zurück.

error-invalid-provider = Dieses Konto meldet sich auf anderem Weg an.
    .hint = Verwenden Sie den Anbieter, mit dem es angelegt wurde.

error-route-not-found = Dieser Server bietet diesen Weg nicht an.
    .hint = Seine Einstellungen haben sich vielleicht geändert: Gehen Sie zurück und sehen Sie noch einmal nach.

error-requests-exceeded = Der Server bittet uns, langsamer zu machen.
    .hint = Versuchen Sie es in einer Minute noch einmal.

error-requests-exceeded-wait = Versuchen Sie es noch einmal in { $time }.

error-email-limit-exceeded = Der Server hat fürs Erste zu viele Mails gesendet.
    .hint = Versuchen Sie es später noch einmal, oder fragen Sie die Administration des Projekts.

error-service-unavailable = Der Server erreicht etwas nicht, das er dafür braucht.
    .hint = Versuchen Sie es in einer Weile noch einmal; nichts ist verloren.

error-licence-hint = Fragen Sie die Administration des Projekts: Sie kann sich weiterhin anmelden.

error-project-locked = Das Projekt ist wegen seiner Lizenz gesperrt.

error-limit-exceeded = Die Lizenz dieses Projekts hat keinen Platz für ein weiteres Konto.
    .hint = Fragen Sie die Administration des Projekts. Der Link bleibt brauchbar.

error-internal-server-error = Im Server ist ein Fehler aufgetreten.

error-other = Der Server hat abgelehnt, mit dem Code { $code }.
    .hint = Fragen Sie die Administration des Projekts, was das bedeutet.

error-mailed-token-expired = Dieser Link ist abgelaufen.

error-mailed-invalid-token = Der Server erkennt diesen Link nicht: Er ist unvollständig, oder ein anderer Server hat ihn gemacht.

error-mailed-forbidden = Dieser Link wurde schon verwendet, oder das Passwort wurde seither geändert.
    .hint = Senden Sie einen neuen Link.

error-no-companion = Dieser Server kann eine Anmeldung im Browser noch nicht an Programme übergeben.
    .hint = Bitten Sie die Administration des Projekts, directus-extension-latchkey zu installieren und Directus neu zu starten, oder melden Sie sich mit einem Passwort an.

error-companion-version = Die Latchkey-Erweiterung auf diesem Server spricht eine andere Version als dieses Latchkey.
    .hint = Aktualisieren Sie Latchkey; ist es aktuell, bitten Sie die Administration, directus-extension-latchkey zu aktualisieren.

error-redirect-not-allowed = Dieser Server lässt den Browser bei diesem Anbieter nicht zu Latchkey zurück.
    .hint = Fügen Sie die Zeile unten der Umgebung des Servers hinzu und starten Sie Directus neu, oder installieren Sie directus-extension-latchkey.

error-not-relayed = Dieser Server lässt Latchkey die Antwort dieses Anbieters nicht an seiner Stelle empfangen.
    .hint = Fügen Sie die Zeile unten der Umgebung des Servers hinzu, tragen Sie { $callback } beim Anbieter ein und starten Sie Directus neu. Das geht mit OpenID und OAuth 2.0, ab Directus 11.14.1, wo der Server ohne TLS davor erreichbar ist.

error-provider-not-offered = Dieser Server bietet diesen Anbieter nicht an.
    .hint = Seine Einstellungen haben sich vielleicht geändert: Sehen Sie noch einmal in die Liste. Directus 12 bietet Single Sign-on nur mit einer Lizenz, die es einschließt.

error-other-address = Dieser Server nennt sich selbst anders als die Adresse, die Sie haben; eine Anmeldung im Browser fände nicht zurück.
    .hint = Fügen Sie ihn unter seiner eigenen Adresse hinzu: { $address }. Ist sie falsch, muss die Administration PUBLIC_URL berichtigen.

error-no-s256 = Die Latchkey-Erweiterung auf diesem Server schützt die Anmeldung nicht so, wie sie muss; deshalb wurde nichts geöffnet.
    .hint = Bitten Sie die Administration, directus-extension-latchkey zu aktualisieren.

error-provider-name = Der Name dieses Anbieters würde den Browser anderswohin führen; deshalb wurde nichts geöffnet.
    .hint = Sagen Sie es der Administration des Projekts.

error-ports-taken = Andere Programme halten jeden Port, auf dem der Browser zurückkommen darf.
    .hint = Schließen Sie eine andere Anmeldung, die noch wartet, oder das Programm, das diese Ports hält, und versuchen Sie es noch einmal.

error-cannot-listen = Das System lässt Latchkey auf diesem Computer nicht auf den Browser warten.
    .hint = Prüfen Sie die Firewall dieses Computers und versuchen Sie es noch einmal.

error-other-issuer = Die Antwort kam von einem anderen Server als dem, bei dem Sie sich angemeldet haben. Sie wurde nicht verwendet.
    .hint = Versuchen Sie es noch einmal; geschieht es zweimal, sagen Sie es der Administration des Projekts.

error-no-session = Der Browser kam zurück, aber ohne Sitzung.
    .hint = Verwenden Sie genau die Adresse, die der Server als PUBLIC_URL hat: localhost und 127.0.0.1 sind für einen Browser zwei verschiedene.

error-browser-timed-out = Aus dem Browser kam niemand rechtzeitig zurück.
    .hint = Versuchen Sie es noch einmal, wenn Sie so weit sind; nichts wurde geändert.

error-sign-in-over = Diese Anmeldung ist vorbei.
    .hint = Beginnen Sie eine neue.

error-sso-invalid-otp-hint = Geben Sie den aktuellen Code Ihrer Authenticator-App ein und melden Sie sich noch einmal an; wird er wieder abgelehnt, prüfen Sie die Uhr dieses Computers und die des Telefons.

error-sso-invalid-provider = Das Konto dieser Adresse meldet sich auf anderem Weg an.
    .hint = Verwenden Sie den Anbieter oder das Passwort, mit dem es angelegt wurde, oder bitten Sie die Administration des Projekts, das zu ändern.

error-sso-invalid-credentials = Die Anmeldung wurde beim Anbieter abgelehnt oder abgebrochen, oder es gibt hier kein Konto für Sie.
    .hint = Versuchen Sie es noch einmal; bleibt es dabei, fragen Sie die Administration des Projekts.

error-sso-failed-validation = Das Projekt nimmt die Angaben des Anbieters über Sie nicht an.
    .hint = Fragen Sie die Administration des Projekts: Oft ist es die E-Mail-Adresse.

error-sso-service-unavailable = Der Server erreicht den Anbieter zurzeit nicht.
    .hint = Versuchen Sie es in einer Weile noch einmal.

error-sso-access-denied = Sie haben auf der Seite im Browser Nein gesagt. Niemand wurde angemeldet.
    .hint = Melden Sie sich noch einmal an, wenn das nicht gemeint war.

error-sso-session-missing = Der Browser kam ohne Sitzung zurück.
    .hint = Wenn das Projekt Sie bat, die Anmeldung in zwei Schritten einzurichten, tun Sie das im Browser zu Ende und melden Sie sich noch einmal an.

error-sso-licence = Die Lizenz dieses Projekts schließt Single Sign-on nicht ein.
    .hint = Fragen Sie die Administration des Projekts, oder melden Sie sich mit einem Passwort an.

error-sso-unknown-exception = Der Server sagt nicht, warum die Anmeldung fehlschlug.
    .hint = Versuchen Sie es noch einmal; bleibt es dabei, findet die Administration den Grund im Protokoll des Servers.

error-sso-other = Der Server hat die Anmeldung abgelehnt, mit dem Code { $code }.

error-invalid-grant = Die Anmeldung kam zu spät zurück oder wurde schon verwendet.
    .hint = Melden Sie sich noch einmal an.

error-temporarily-unavailable = Der Server oder der Anbieter kann die Anmeldung zurzeit nicht abschließen.
    .hint = Melden Sie sich in einer Weile noch einmal an.

error-grant-refused = Die Latchkey-Erweiterung auf diesem Server hat die Anmeldung abgelehnt.
    .hint = Melden Sie sich noch einmal an; bleibt es dabei, bitten Sie die Administration, directus-extension-latchkey zu aktualisieren.

error-keyring-locked = Ihr Schlüsselbund ist gesperrt.
    .hint = Entsperren Sie ihn und versuchen Sie es noch einmal. Nichts ist verloren.

error-keyring-denied = Das Entsperren des Schlüsselbunds wurde abgelehnt.
    .hint = Versuchen Sie es noch einmal, wenn Sie ihn entsperren wollen. Nichts ist verloren.

error-keyring-absent = Dieser Computer bietet keinen Schlüsselbund, um eine Anmeldung sicher zu verwahren.
    .hint = Starten oder installieren Sie einen (GNOME Keyring, KWallet, KeePassXC mit Secret Service) und versuchen Sie es noch einmal.

error-keyring-timeout = Der Schlüsselbund antwortet nicht.
    .hint = Vielleicht fragt er in einem anderen Fenster nach seinem Passwort. Versuchen Sie es danach noch einmal.

error-keyring-refused = Der Schlüsselbund nimmt diesen Eintrag nicht an.
    .hint = Prüfen Sie ihn mit der Passwortverwaltung Ihres Systems.

error-record-damaged = Der Eintrag dieser Instanz im Schlüsselbund ist beschädigt.
    .hint = Melden Sie sich noch einmal an, um ihn zu ersetzen.

error-record-newer = Der Eintrag im Schlüsselbund stammt von einem neueren Latchkey.
    .hint = Aktualisieren Sie Latchkey, oder melden Sie sich noch einmal an, um den Eintrag zu ersetzen.

error-record-origin = Die verwahrte Anmeldung gehört zu einer anderen Adresse als der dieses Profils und wird deshalb nicht verwendet.

error-access-token-hint = Erzeugen Sie eines im Data Studio: Öffnen Sie die Benutzerseite, erzeugen Sie dort ein Token und speichern Sie.

error-access-token-empty = Es ist kein Zugriffstoken da.

error-access-token-malformed = Das ist kein Zugriffstoken. Es wurde nichts gesendet.

error-access-token-short-lived = Dieses Token endet in wenigen Minuten; gebraucht wird ein statisches. Es wurde nichts gesendet.

error-no-home = Das System sagt nicht, wohin Ihre Dateien gehören.
    .hint = Setzen Sie LATCHKEY_CONFIG_DIR und LATCHKEY_STATE_DIR auf eigene Ordner.

error-cannot-read = { $path } ist nicht lesbar.
    .hint = Prüfen Sie, ob die Datei Ihnen gehört, und versuchen Sie es noch einmal.

error-cannot-write = { $path } lässt sich nicht schreiben. Was vorher da war, ist unversehrt.
    .hint = Prüfen Sie, ob auf dem Datenträger Platz ist und der Ordner Ihnen gehört.

error-file-newer = Ihre Liste der Instanzen stammt von einem neueren Latchkey; dieses ändert sie deshalb nicht.
    .hint = Aktualisieren Sie Latchkey.

error-busy = Ein anderes Latchkey (Prozess { $process }) ist mit dieser Instanz beschäftigt und wird nicht fertig.
    .hint = Nichts ist verloren. Warten Sie einen Augenblick und versuchen Sie es noch einmal; bleibt es dabei, schließen Sie das andere.

error-busy-unknown = Ein anderes Latchkey ist mit dieser Instanz beschäftigt und wird nicht fertig.
