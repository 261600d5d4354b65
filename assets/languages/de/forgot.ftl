### Asking for the mail, and waiting for it.

forgot-title = Passwort vergessen?

forgot-window = Passwort vergessen

forgot-lead = Geben Sie die E-Mail-Adresse Ihres Kontos ein. Sie bekommen eine Mail mit einem Link für ein neues Passwort.

forgot-send = Link senden

forgot-sending = Wird gesendet…

forgot-have-link = Ich habe schon einen Link

forgot-waiting = Sehen Sie in Ihre Mails

forgot-paste-title = Link einfügen

forgot-paste-lead = Kopieren Sie den Link aus der Mail und fügen Sie ihn hier ein. Auch das bloße Token genügt.

forgot-click = Klicken Sie darin auf den Link, und dieses Fenster kommt nach vorn. Wenn nichts geschieht, kopieren Sie den Link und fügen Sie ihn unten ein.

forgot-bridge = Der Link darin öffnet eine Seite im Browser: Wählen Sie dort „Open in Latchkey“, und dieses Fenster kommt nach vorn. Wenn nichts geschieht, kopieren Sie den Link und fügen Sie ihn unten ein.

forgot-studio = Der Link darin öffnet das Data Studio. Um es hier zu Ende zu bringen, kopieren Sie den Link aus der Mail und fügen Sie ihn unten ein.

forgot-link = Link aus der Mail

forgot-open-link = Link öffnen

forgot-link-example = Hier einfügen

forgot-not-coming = Es kommt keine

forgot-hide-reasons = Gründe ausblenden

forgot-not-ours = Links aus Mails öffnen Latchkey auf diesem Computer noch nicht.

forgot-register = Mit Latchkey öffnen lassen

forgot-not-registered = Das System lässt Latchkey diese Links nicht öffnen.

forgot-not-registered-hint = Kopieren Sie den Link aus der Mail und fügen Sie ihn unten ein.

forgot-line = Für die Administration, damit der Link der Mail Latchkey öffnet

forgot-copy-line = Zeile kopieren

forgot-copied = Kopiert

forgot-again = Noch einmal senden

forgot-again-in = Noch einmal senden in { $time }

forgot-neutral = Wenn { $email } auf { $host } ein Konto hat, dessen Passwort sich zurücksetzen lässt, ist eine Mail unterwegs.

forgot-reason-1 = Es kann ein paar Minuten dauern, und sie kann im Spam-Ordner liegen.

forgot-reason-2 = Das Konto hat vielleicht eine andere E-Mail-Adresse.

forgot-reason-3 = Das Konto meldet sich vielleicht über Single Sign-on an: Sein Passwort wird beim Anbieter gesetzt.

forgot-reason-4 = Das Konto ist vielleicht gesperrt, oder der Server kann keine Mails senden. Die Administration weiß mehr.
