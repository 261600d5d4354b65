### Signing in with an access token made in the Data Studio.

access-token-title = Utiliser un jeton d’accès

access-token-window = Jeton d’accès

access-token-token = Jeton d’accès

access-token-where = Dans le Data Studio, ouvrez votre propre page d’utilisateur, générez-y un jeton, enregistrez la page et collez le jeton ici.

access-token-means = Il n’expire pas de lui-même, et quiconque le détient agit en votre nom. Se déconnecter ici l’oublie sur cet ordinateur ; pour y mettre fin, supprimez-le sur la même page.

access-token-submit = Vérifier et garder

access-token-busy = Vérification du jeton…
