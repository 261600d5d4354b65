### What several screens say.

common-show-details = Einzelheiten

common-hide-details = Einzelheiten ausblenden

common-copy-details = Einzelheiten kopieren

common-try-again = Noch einmal versuchen

common-open-studio = Data Studio öffnen

common-email = E-Mail

common-email-example = sie@example.com

common-password = Passwort

common-email-empty = Geben Sie Ihre E-Mail-Adresse ein.

common-email-malformed = Das ist noch keine E-Mail-Adresse.

common-password-empty = Geben Sie Ihr Passwort ein.

common-masked = ••••••••

common-title = { $name } — { $host } — { $what }

common-no-browser = Es konnte kein Browser geöffnet werden. Die Adresse lautet: { $address }

common-plain-http = Die Verbindung zu { $host } ist nicht verschlüsselt.
    .hint = Andere im Netz können lesen und ändern, was Sie senden.

common-span-seconds =
    { $count ->
        [one] { $count } Sekunde
       *[other] { $count } Sekunden
    }

common-span-minutes =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }

common-span-hours =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }

common-span-days =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tage
    }

common-moment = { $day }.{ $month }.{ $year }, { $time }
