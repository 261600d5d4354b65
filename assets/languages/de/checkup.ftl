### Looking an instance and this computer over.

checkup-link = Diese Instanz prüfen

checkup-window = Prüfung

checkup-lead = Was der Server und dieser Computer zulassen, und was den Rest behebt. Nichts wird geändert, und niemand bekommt eine Mail.

checkup-busy = Wird geprüft…

checkup-busy-lead = Der Server, seine Wege zur Anmeldung, Ihr Schlüsselbund und die Links aus Mails. Das dauert höchstens eine halbe Minute.

checkup-again = Noch einmal prüfen

checkup-server = Der Server

checkup-computer = Dieser Computer

checkup-all-fine = Alles ist, wie es sein soll.

checkup-copy = Kopieren

checkup-copied = Kopiert

checkup-warning = ginge besser

checkup-failed = zu beheben

checkup-to-mend =
    { $count ->
        [one] Eine Sache lässt sich beheben.
       *[other] { $count } Sachen lassen sich beheben.
    }
