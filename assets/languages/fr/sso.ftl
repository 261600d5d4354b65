### Signing in through the browser.

sso-window = Connexion par le navigateur

sso-asking = Préparation…
    .lead = On demande à { $host } comment une connexion avec { $label } revient à cet ordinateur.

sso-waiting = Continuez dans votre navigateur
    .lead = Dans le navigateur, connectez-vous à { $host } avec { $label }. Cette fenêtre reviendra d’elle-même quand ce sera fait.

sso-runs-out = Une page du fournisseur peut expirer plus tôt, souvent après cinq minutes. Rouvrez-la alors.

sso-open-again = Rouvrir

sso-copy = Copier l’adresse

sso-copied = Copié

sso-keep = Continuer d’attendre

sso-cancel = Annuler

sso-no-browser = Aucun navigateur n’a pu être ouvert.
    .hint = Copiez l’adresse et ouvrez-la dans un navigateur sur cet ordinateur. Latchkey l’attend.

sso-address = Adresse

sso-reported = Un échec dans votre navigateur ?
    .lead = Si la page y annonce un échec, réessayez : tout recommence avec le même fournisseur. Si vous êtes encore en train de vous connecter, continuez-y simplement.

sso-reported-code-lead = Si la page de connexion y est de nouveau, saisissez le code de votre application d’authentification et refaites le parcours une fois. Si vous êtes encore en train de vous connecter, continuez-y simplement.

sso-over = Le temps est écoulé
    .lead = Personne n’est revenu du navigateur à temps. Rien n’a été modifié, et la page ne sert plus à rien.

sso-copy-lines = Copier pour l’administrateur

sso-lines = Pour l’administrateur

sso-time-left = En attente · encore { $time }

sso-unverified-error = Le serveur a peut-être signalé : { $what }
    .hint = Cela est arrivé sans preuve, Latchkey continue donc d’attendre.

sso-no-way = Rien n’a été ouvert

sso-finishing = Connexion…
    .lead = Votre navigateur est de retour. La session est récupérée et conservée.

sso-enter-code = Saisir un code
