### Adding an instance.

add-title = Ajouter une instance

add-address = Adresse
    .hint = Collez n’importe laquelle de ses adresses, par exemple celle du navigateur.

add-example = cms.example.com

add-look-up = Chercher

add-looking = Recherche…

add-found-add = Ajouter

add-found = Est-ce bien elle ?

add-name = Nom dans votre liste

add-save = Enregistrer et continuer

add-saving = Enregistrement…

add-other = Une autre adresse

add-allow-http = Utiliser cette adresse sans chiffrement

add-http-warning = Quiconque se trouve sur le trajet pourrait lire votre mot de passe.
    .hint = Sans https, mots de passe et jetons traversent le réseau en clair. Mieux vaut demander une adresse https.

add-open-kept = L’ouvrir

add-kept = Vous avez déjà cette instance, sous le nom { $name }.

add-use-other = Utiliser { $host }
