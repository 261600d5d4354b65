### Setting up a second factor, and taking it away.

two-factor-title = Anmeldung in zwei Schritten
    .lead = Nach Ihrem Passwort fragt die Anmeldung dann nach einem sechsstelligen Code einer Authenticator-App. Geben Sie Ihr Passwort ein, um zu beginnen.

two-factor-lead-provider = Die Anmeldung fragt dann zusätzlich nach einem sechsstelligen Code einer Authenticator-App.

two-factor-begin = Weiter

two-factor-beginning = Einen Augenblick…

two-factor-wrong-password = Das ist nicht Ihr Passwort.

two-factor-scan = Scannen Sie diesen Code
    .lead = Scannen Sie ihn mit Ihrer Authenticator-App, oder tippen Sie den Schlüssel dort ein. Geben Sie dann die sechs Ziffern ein, die die App zeigt.

two-factor-key = Schlüssel

two-factor-copy = Schlüssel kopieren

two-factor-copied = Für 45 Sekunden kopiert

two-factor-code = Code

two-factor-code-empty = Geben Sie den Code ein.

two-factor-code-wrong = Der Code wurde nicht angenommen. Warten Sie auf den nächsten; wird auch er abgelehnt, prüfen Sie die Uhr dieses Computers und die des Telefons.

two-factor-enable = Einschalten

two-factor-enabling = Wird eingeschaltet…

two-factor-off-title = Anmeldung in zwei Schritten abschalten
    .lead = Die Anmeldung fragt dann nur nach Ihrem Passwort. Geben Sie einen Code Ihrer Authenticator-App ein, um sie abzuschalten.

two-factor-disable = Abschalten

two-factor-disabling = Wird abgeschaltet…

two-factor-is-on = Die Anmeldung in zwei Schritten ist eingeschaltet.
    .hint = Bewahren Sie den Schlüssel sicher auf: Ohne die App kann nur die Administration Sie wieder einlassen.

two-factor-is-off = Die Anmeldung in zwei Schritten ist abgeschaltet.
