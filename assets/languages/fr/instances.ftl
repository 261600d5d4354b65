### The list of instances.

instances-title = Vos instances

instances-add-short = Ajouter

instances-empty-title = Bienvenue dans Latchkey

instances-empty = Latchkey vous connecte à Directus. Ajoutez l’instance avec laquelle vous travaillez par son adresse dans le navigateur.

instances-add = Ajouter une instance

instances-loading = Lecture de vos instances…

instances-remove = Retirer

instances-rename = Renommer

instances-move-up = Monter

instances-move-down = Descendre

instances-settings = Paramètres

instances-name = Nom

instances-name-keep = Enregistrer

instances-name-cancel = Annuler

instances-name-empty = Le nom est vide. Donnez-lui au moins un caractère visible.

instances-removed = { $name } est retirée.

instances-removed-signed-in = Vous en serez déconnecté quand ce message disparaîtra.

instances-undo = Annuler le retrait

instances-search = Rechercher

instances-search-example = Nom, adresse ou e-mail

instances-nothing = Aucune instance ne correspond à « { $words } ».

instances-checking = Vérification…

instances-signed-out = Déconnecté

instances-ended = Reconnectez-vous

instances-locked = Trousseau de clés verrouillé

instances-no-keyring = Trousseau de clés indisponible

instances-damaged = La connexion enregistrée est illisible

instances-signed-in = Connecté en tant que { $who }

instances-not-reachable = Connecté en tant que { $who } · injoignable

instances-unconfirmed = Connecté en tant que { $who } · non confirmé

instances-file-damaged = La liste des instances était endommagée. Elle a été mise de côté sous { $kept_as }

instances-recovered =
    { $count ->
        [0] Ajoutez de nouveau vos instances ; vos connexions sont dans le trousseau de clés.
        [one] Une instance a été rétablie depuis la dernière bonne copie.
       *[other] { $count } instances ont été rétablies depuis la dernière bonne copie.
    }

instances-newer = La liste des instances a été écrite par un Latchkey plus récent.
    .hint = Elle est montrée telle quelle et n’est pas modifiée. Mettez Latchkey à jour pour la modifier.

instances-skipped =
    { $count ->
        [one] Une entrée de la liste était illisible. Elle reste telle quelle dans le fichier.
       *[other] { $count } entrées de la liste étaient illisibles. Elles restent telles quelles dans le fichier.
    }
