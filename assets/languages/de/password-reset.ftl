### Asking for the mail, and waiting for it.

password-reset-title = Passwort vergessen?
    .lead = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Sie bekommen eine Mail mit einem Link für ein neues Passwort.

password-reset-window = Passwort vergessen

password-reset-send = Link senden

password-reset-sending = Wird gesendet…

password-reset-have-link = Ich habe schon einen Link

password-reset-waiting = Sehen Sie in Ihre Mails

password-reset-paste-title = Link einfügen
    .lead = Kopieren Sie den Link aus der Mail und fügen Sie ihn hier ein. Auch das bloße Token genügt.

password-reset-click = Klicken Sie darin auf den Link, und dieses Fenster kommt nach vorn. Wenn nichts geschieht, kopieren Sie den Link und fügen Sie ihn unten ein.

password-reset-bridge = Der Link darin öffnet eine Seite im Browser: Wählen Sie dort „Open in Latchkey“, und dieses Fenster kommt nach vorn. Wenn nichts geschieht, kopieren Sie den Link und fügen Sie ihn unten ein.

password-reset-studio = Der Link darin öffnet das Data Studio. Um es hier zu Ende zu bringen, kopieren Sie den Link aus der Mail und fügen Sie ihn unten ein.

password-reset-link = Link aus der Mail

password-reset-open-link = Link öffnen

password-reset-link-example = Hier einfügen

password-reset-not-coming = Es kommt keine

password-reset-hide-reasons = Gründe ausblenden

password-reset-not-ours = Links aus Mails öffnen Latchkey auf diesem Computer noch nicht.

password-reset-register = Mit Latchkey öffnen lassen

password-reset-not-registered = Das System lässt Latchkey diese Links nicht öffnen.
    .hint = Kopieren Sie den Link aus der Mail und fügen Sie ihn unten ein.

password-reset-line = Für die Administration, damit der Link der Mail Latchkey öffnet

password-reset-copy-line = Zeile kopieren

password-reset-copied = Kopiert

password-reset-again = Noch einmal senden

password-reset-again-in = Noch einmal senden in { $time }

password-reset-neutral = Wenn { $email } auf { $host } ein Konto hat, dessen Passwort sich zurücksetzen lässt, ist eine Mail unterwegs.

password-reset-reason-1 = Es kann ein paar Minuten dauern, und sie kann im Spam-Ordner liegen.

password-reset-reason-2 = Das Konto hat vielleicht eine andere E-Mail-Adresse.

password-reset-reason-3 = Das Konto meldet sich vielleicht über Single Sign-on an: Sein Passwort wird beim Anbieter gesetzt.

password-reset-reason-4 = Das Konto ist vielleicht gesperrt, oder der Server kann keine Mails senden. Die Administration weiß mehr.
