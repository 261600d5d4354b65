### The account that is signed in.

account-title = Connecté

account-window = Compte

account-checking = Vérification de votre connexion…

account-instance = Instance

account-kept = Session conservée

account-access = Jeton d’accès

account-in-keyring = Dans le trousseau de clés de cet ordinateur

account-in-memory = Seulement jusqu’à la fermeture de Latchkey

account-memory-title = Cette connexion n’est pas enregistrée.

account-no-access = Renouvelé quand il le faut

account-static = Créé dans le Data Studio, sans fin. Se déconnecter l’oublie ici seulement.

account-unconfirmed = Toujours connecté, mais le serveur est injoignable.

account-not-confirmed = Toujours connecté d’après cet ordinateur ; le serveur ne l’a pas confirmé.

account-tfa = Ce projet demande l’authentification à deux facteurs.
    .hint = Configurez-la dans le Data Studio.

account-sign-out = Se déconnecter

account-signing-out = Déconnexion…

account-unchecked = Votre connexion n’a pas pu être vérifiée

account-trouble = Votre trousseau de clés est nécessaire
    .lead = C’est dans votre trousseau de clés qu’il est noté si vous êtes connecté ici.

account-damaged = La connexion enregistrée est illisible
    .lead = Elle a été laissée telle quelle. Une nouvelle connexion la remplace.

account-sign-in-again = Se reconnecter

account-valid-until = Fin de validité : { $time }

account-copy-token = Copier le jeton d’accès

account-copying = Obtention d’un jeton…

account-copied-until = Copié ; fin de validité : { $time }. Le presse-papiers est vidé dans 45 secondes.

account-copied = Copié. Le presse-papiers est vidé dans 45 secondes.

account-cleared = Le jeton copié n’est plus dans le presse-papiers.

account-own = Votre compte

account-change-password = Changer de mot de passe

account-two-factor-on = Configurer l’authentification à deux facteurs

account-two-factor-off = Désactiver l’authentification à deux facteurs

account-recent = Connexions récentes

account-program-on = { $program } sur { $system }
