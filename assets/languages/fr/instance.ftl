### The settings of one instance.

instance-title = Paramètres de cette instance

instance-name = Nom dans votre liste

instance-address = Adresse

instance-http = Cette adresse n’est pas chiffrée. Vous l’avez accepté en l’ajoutant.

instance-http-hint = Quiconque se trouve sur le trajet pourrait lire votre mot de passe. Mieux vaut demander une adresse https, l’ajouter, et retirer celle-ci.

instance-proxy = Proxy

instance-proxy-system = Système

instance-proxy-none = Aucun

instance-proxy-own = Propre

instance-proxy-address = Adresse du proxy

instance-proxy-example = http://proxy.example.com:3128

instance-proxy-hint = Un proxy HTTP sans nom ni mot de passe.

instance-proxy-credentials = Un nom et un mot de passe se trouveraient ici dans un fichier. Enlevez-les et configurez ce proxy dans le système.

instance-proxy-scheme = Seuls les proxys HTTP fonctionnent ici. Les adresses en https y passent tout aussi bien.

instance-proxy-form = Ce n’est pas l’adresse d’un proxy. Elle ressemble à http://proxy.example.com:3128.

instance-ca-file = Autorité de certification propre

instance-ca-file-example = /etc/ssl/certs/own.pem

instance-ca-file-hint = Un fichier PEM, accepté pour cette instance seulement. Vide : les autorités du système.

instance-ca-file-relative = Donnez le chemin complet, depuis la racine du système de fichiers.

instance-browser = Connexion par le navigateur

instance-ports = Ports sur cet ordinateur

instance-ports-example = 28517, 28518, 28519

instance-ports-hint = Tels que votre administrateur les a mis sur la liste du serveur. Vide : les ports habituels.

instance-ports-form = Les ports sont des nombres jusqu’à 65535, séparés par des virgules.

instance-ports-count = Trois ports suffisent. Enlevez les autres.

instance-ports-privileged = Les ports inférieurs à 1024 appartiennent au système. Choisissez-en d’autres, les mêmes que sur le serveur.

instance-ports-twice = Un port figure deux fois. Nommez chacun une seule fois.

instance-relay = Le serveur cite le premier port dans AUTH_ALLOWED_PUBLIC_URLS

instance-save = Enregistrer

instance-saving = Enregistrement…

instance-saved = Enregistré.

instance-remove = Retirer de la liste
