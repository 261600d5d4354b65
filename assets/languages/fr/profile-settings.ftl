### The settings of one instance.

profile-settings-title = Paramètres de cette instance

profile-settings-name = Nom dans votre liste

profile-settings-address = Adresse

profile-settings-http = Cette adresse n’est pas chiffrée. Vous l’avez accepté en l’ajoutant.
    .hint = Quiconque se trouve sur le trajet pourrait lire votre mot de passe. Mieux vaut demander une adresse https, l’ajouter, et retirer celle-ci.

profile-settings-proxy = Proxy

profile-settings-proxy-system = Système

profile-settings-proxy-none = Aucun

profile-settings-proxy-own = Propre

profile-settings-proxy-address = Adresse du proxy
    .hint = Un proxy HTTP sans nom ni mot de passe.

profile-settings-proxy-example = http://proxy.example.com:3128

profile-settings-proxy-credentials = Un nom et un mot de passe se trouveraient ici dans un fichier. Enlevez-les et configurez ce proxy dans le système.

profile-settings-proxy-scheme = Seuls les proxys HTTP fonctionnent ici. Les adresses en https y passent tout aussi bien.

profile-settings-proxy-form = Ce n’est pas l’adresse d’un proxy. Elle ressemble à http://proxy.example.com:3128.

profile-settings-ca-file = Autorité de certification propre
    .hint = Un fichier PEM, accepté pour cette instance seulement. Vide : les autorités du système.

profile-settings-ca-file-example = /etc/ssl/certs/own.pem

profile-settings-ca-file-relative = Donnez le chemin complet, depuis la racine du système de fichiers.

profile-settings-browser = Connexion par le navigateur

profile-settings-ports = Ports sur cet ordinateur
    .hint = Tels que votre administrateur les a mis sur la liste du serveur. Vide : les ports habituels.

profile-settings-ports-example = 28517, 28518, 28519

profile-settings-ports-form = Les ports sont des nombres jusqu’à 65535, séparés par des virgules.

profile-settings-ports-count = Trois ports suffisent. Enlevez les autres.

profile-settings-ports-privileged = Les ports inférieurs à 1024 appartiennent au système. Choisissez-en d’autres, les mêmes que sur le serveur.

profile-settings-ports-twice = Un port figure deux fois. Nommez chacun une seule fois.

profile-settings-relay = Le serveur cite le premier port dans AUTH_ALLOWED_PUBLIC_URLS

profile-settings-save = Enregistrer

profile-settings-saving = Enregistrement…

profile-settings-saved = Enregistré.

profile-settings-remove = Retirer de la liste
