### What several screens say.

common-show-details = Détails

common-hide-details = Masquer les détails

common-copy-details = Copier les détails

common-try-again = Réessayer

common-open-studio = Ouvrir le Data Studio

common-email = E-mail

common-email-example = vous@example.com

common-password = Mot de passe

common-email-empty = Saisissez votre adresse e-mail.

common-email-malformed = Ce n’est pas encore une adresse e-mail.

common-password-empty = Saisissez votre mot de passe.

common-masked = ••••••••

common-title = { $name } — { $host } — { $what }

common-no-browser = Aucun navigateur n’a pu être ouvert. L’adresse est : { $address }

common-plain-http = La connexion à { $host } n’est pas chiffrée.
    .hint = D’autres personnes sur le réseau peuvent lire et modifier ce que vous envoyez.

common-span-seconds =
    { $count ->
        [one] { $count } seconde
       *[other] { $count } secondes
    }

common-span-minutes =
    { $count ->
        [one] { $count } minute
       *[other] { $count } minutes
    }

common-span-hours =
    { $count ->
        [one] { $count } heure
       *[other] { $count } heures
    }

common-span-days =
    { $count ->
        [one] { $count } jour
       *[other] { $count } jours
    }

common-moment = { $day }/{ $month }/{ $year } { $time }
