### Signing in.

sign-in-title = Anmelden

sign-in-busy = Anmeldung läuft…

sign-in-forgot = Passwort vergessen?

sign-in-code-title = Einmalcode
    .lead = Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App für dieses Konto zeigt.

sign-in-code = Code

sign-in-code-empty = Geben Sie den Code ein.

sign-in-code-clock = Der Code wurde nicht angenommen. Warten Sie auf den nächsten; wird auch er abgelehnt, prüfen Sie die Uhr dieses Computers und die des Telefons.

sign-in-code-submit = Weiter

sign-in-code-other = Anderes Konto verwenden

sign-in-other-way = Auf anderem Weg anmelden

sign-in-no-form = Diese Instanz nimmt kein Passwort an.
    .hint = Sie bietet auch keinen anderen Weg. Fragen Sie die Administration, wie man sich dort anmeldet.

sign-in-or = oder

sign-in-with = Anmelden mit

sign-in-own = E-Mail

sign-in-identifier = Kennung

sign-in-identifier-empty = Geben Sie Ihre Kennung ein.

sign-in-identifier-wrong = Die Kennung oder das Passwort ist falsch.

sign-in-identifier-malformed = Der Server nimmt diese Kennung nicht an.

sign-in-log-in-with = Mit { $label } anmelden

sign-in-provider-code-lead = { $label } hat Sie eingelassen, und { $host } fragt zusätzlich nach einem eigenen Code. Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App für { $host } zeigt; der Browser geht dann noch eine Runde.

sign-in-blocked = Noch { $time } warten

sign-in-password-set = Ihr neues Passwort ist gesetzt.
    .hint = Melden Sie sich damit an. Alle anderen Geräte wurden abgemeldet.

sign-in-invited = Ihr Konto ist bereit.
    .hint = Melden Sie sich mit dem eben gewählten Passwort an.

sign-in-verified = Ihre Adresse ist bestätigt.

sign-in-signed-out = Sie sind abgemeldet.

sign-in-signed-out-here = Sie sind nur auf diesem Computer abgemeldet.
    .hint = Dem Server konnte es nicht gesagt werden. Dort endet die Sitzung von selbst, bei den meisten Servern nach 7 Tagen. Ein neues Passwort beendet sie sofort.

sign-in-token-gone = Das Zugriffstoken liegt nicht mehr hier.

sign-in-token-stays = Es gilt weiterhin. Um es zu beenden, entfernen Sie es auf der Benutzerseite im Data Studio.

sign-in-use-token = Mit Zugriffstoken anmelden

sign-in-nothing = Hier war niemand angemeldet.

sign-in-note-from = Von { $project }

sign-in-note-more = Ganze Notiz zeigen

sign-in-note-less = Weniger zeigen

sign-in-sign-up = Noch kein Konto? Registrieren

sign-in-continue-title = Sie sind schon angemeldet

sign-in-continue-as = Weiter als { $name }

sign-in-somebody-else = Als jemand anders anmelden
    .hint = Eine andere Anmeldung tritt an die Stelle dieser.

sign-in-password-changed = Ihr Passwort ist geändert.
