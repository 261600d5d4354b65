### Signing in through the browser.

browser-window = Connexion par le navigateur

browser-asking = Préparation…

browser-waiting = Continuez dans votre navigateur

browser-runs-out = Une page du fournisseur peut expirer plus tôt, souvent après cinq minutes. Rouvrez-la alors.

browser-open-again = Rouvrir

browser-copy = Copier l’adresse

browser-copied = Copié

browser-keep = Continuer d’attendre

browser-cancel = Annuler

browser-no-browser = Aucun navigateur n’a pu être ouvert.

browser-no-browser-hint = Copiez l’adresse et ouvrez-la dans un navigateur sur cet ordinateur. Latchkey l’attend.

browser-address = Adresse

browser-hearsay-hint = Cela est arrivé sans preuve, Latchkey continue donc d’attendre.

browser-reported = Un échec dans votre navigateur ?

browser-reported-lead = Si la page y annonce un échec, réessayez : tout recommence avec le même fournisseur. Si vous êtes encore en train de vous connecter, continuez-y simplement.

browser-reported-code-lead = Si la page de connexion y est de nouveau, saisissez le code de votre application d’authentification et refaites le parcours une fois. Si vous êtes encore en train de vous connecter, continuez-y simplement.

browser-over = Le temps est écoulé

browser-over-lead = Personne n’est revenu du navigateur à temps. Rien n’a été modifié, et la page ne sert plus à rien.

browser-copy-lines = Copier pour l’administrateur

browser-lines = Pour l’administrateur

browser-asking-lead = On demande à { $host } comment une connexion avec { $label } revient à cet ordinateur.

browser-waiting-lead = Dans le navigateur, connectez-vous à { $host } avec { $label }. Cette fenêtre reviendra d’elle-même quand ce sera fait.

browser-time-left = En attente · encore { $time }

browser-hearsay = Le serveur a peut-être signalé : { $what }

browser-no-way = Rien n’a été ouvert

browser-finishing = Connexion…

browser-finishing-lead = Votre navigateur est de retour. La session est récupérée et conservée.

browser-enter-code = Saisir un code
