### The account that is signed in.

account-title = Angemeldet

account-window = Konto

account-checking = Ihre Anmeldung wird geprüft…

account-instance = Instanz

account-kept = Sitzung liegt

account-access = Zugriffstoken

account-in-keyring = Im Schlüsselbund dieses Computers

account-in-memory = Nur bis Sie Latchkey schließen

account-memory-title = Diese Anmeldung ist nicht gespeichert.

account-no-access = Wird erneuert, wenn es gebraucht wird

account-static = Im Data Studio erzeugt, ohne Ablauf. Beim Abmelden wird es nur hier vergessen.

account-unconfirmed = Noch angemeldet, aber der Server ist nicht erreichbar.

account-not-confirmed = Noch angemeldet, soweit dieser Computer weiß; der Server hat es nicht bestätigt.

account-tfa = Dieses Projekt verlangt eine Anmeldung in zwei Schritten.
    .hint = Richten Sie sie im Data Studio ein.

account-sign-out = Abmelden

account-signing-out = Abmeldung läuft…

account-unchecked = Ihre Anmeldung konnte nicht geprüft werden

account-trouble = Ihr Schlüsselbund wird gebraucht
    .lead = Ob Sie hier angemeldet sind, steht in Ihrem Schlüsselbund.

account-damaged = Die gespeicherte Anmeldung ist nicht lesbar
    .lead = Sie wurde gelassen, wie sie ist. Eine neue Anmeldung ersetzt sie.

account-sign-in-again = Erneut anmelden

account-valid-until = Gültig bis { $time }

account-copy-token = Zugriffstoken kopieren

account-copying = Token wird geholt…

account-copied-until = Kopiert; gültig bis { $time }. Die Zwischenablage wird in 45 Sekunden geleert.

account-copied = Kopiert. Die Zwischenablage wird in 45 Sekunden geleert.

account-cleared = Das kopierte Token ist nicht mehr in der Zwischenablage.

account-own = Ihr Konto

account-change-password = Passwort ändern

account-two-factor-on = Anmeldung in zwei Schritten einrichten

account-two-factor-off = Anmeldung in zwei Schritten abschalten

account-recent = Letzte Anmeldungen

account-program-on = { $program } auf { $system }
