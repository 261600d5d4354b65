### The list of instances.

instances-title = Vos instances

instances-add-short = Ajouter

instances-empty-title = Bienvenue dans Latchkey

instances-empty = Latchkey vous connecte à Directus. Ajoutez l’instance avec laquelle vous travaillez par son adresse dans le navigateur.

instances-add = Ajouter une instance

instances-loading = Lecture de vos instances…

instances-remove = Retirer

instances-keep = Garder

instances-removing = Retrait…

instances-checking = Vérification…

instances-signed-out = Déconnecté

instances-ended = Reconnectez-vous

instances-locked = Trousseau de clés verrouillé

instances-no-keyring = Trousseau de clés indisponible

instances-damaged = La connexion enregistrée est illisible

instances-signed-in = Connecté en tant que { $who }

instances-not-reachable = Connecté en tant que { $who } · injoignable

instances-unconfirmed = Connecté en tant que { $who } · non confirmé

instances-confirm = Retirer { $name } de cette liste ?

instances-confirm-hint = Cela vous en déconnecte aussi sur cet ordinateur. Votre compte et ses données restent, et vous pouvez l’ajouter de nouveau.

instances-file-damaged = La liste des instances était endommagée. Elle a été mise de côté sous { $kept_as }

instances-recovered =
    { $count ->
        [0] Ajoutez de nouveau vos instances ; vos connexions sont dans le trousseau de clés.
        [one] Une instance a été rétablie depuis la dernière bonne copie.
       *[other] { $count } instances ont été rétablies depuis la dernière bonne copie.
    }

instances-newer = La liste des instances a été écrite par un Latchkey plus récent.

instances-newer-hint = Elle est montrée telle quelle et n’est pas modifiée. Mettez Latchkey à jour pour la modifier.

instances-skipped =
    { $count ->
        [one] Une entrée de la liste était illisible. Elle reste telle quelle dans le fichier.
       *[other] { $count } entrées de la liste étaient illisibles. Elles restent telles quelles dans le fichier.
    }
