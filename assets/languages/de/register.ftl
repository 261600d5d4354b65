### Making an account where a project lets anybody do so.

register-title = Registrieren
    .lead = Sie legen sich auf { $host } ein eigenes Konto an.

register-submit = Registrieren

register-busy = Wird registriert…

register-signing-in = Anmeldung läuft…

register-forbidden = Dieses Projekt lässt diese Adresse sich nicht registrieren.
    .hint = Vielleicht nimmt es nur Adressen der eigenen Organisation, oder gar keine neuen Konten. Fragen Sie die Administration des Projekts.

register-waiting = Sehen Sie in Ihre Mails

register-neutral = Wenn { $email } auf { $host } noch kein Konto hat, ist eine Mail zum Bestätigen der Adresse unterwegs.

register-click = Klicken Sie darin auf den Link, und dieses Fenster kommt nach vorn. Wenn nichts geschieht, kopieren Sie den Link und fügen Sie ihn unten ein.

register-server = Klicken Sie darin auf den Link: Der Server bestätigt Ihre Adresse. Oder kopieren Sie den Link und fügen Sie ihn unten ein.

register-sign-in = Ich habe bestätigt: anmelden

register-known = Diese Adresse hat vielleicht schon ein Konto.
    .hint = Melden Sie sich mit dessen Passwort an, oder lassen Sie sich einen Link für ein neues senden.
