### What this program is, where it keeps things, and its keys.

about-window = À propos — Latchkey

about-lead = La connexion à Directus depuis votre bureau.

about-version = Version { $version }, licence { $license }

about-copy = Copier

about-places = Où les choses sont conservées

about-sessions = Sessions

about-keyring = Le trousseau de clés de cet ordinateur. Aucun fichier ne contient de mot de passe ni de jeton.

about-config = Instances et paramètres

about-state = La taille de la fenêtre et les verrous

about-cache = Logos

about-keys = Clavier

about-key-tab = Tab

about-key-tab-does = Aller à l’élément suivant ; avec Maj, au précédent

about-key-arrows = Flèches, Début, Fin

about-key-arrows-does = Parcourir une liste ou un choix

about-key-enter = Entrée, Espace

about-key-enter-does = Activer l’élément ; Entrée envoie aussi un formulaire

about-key-escape = Échap

about-key-escape-does = Annuler ce qui est en cours, sinon revenir en arrière

about-key-add-does = Ajouter une instance

about-key-instance-does = Ouvrir l’instance à cette place de la liste

about-key-settings-does = Paramètres

about-key-size-does = Texte plus grand, plus petit, taille habituelle

about-key-about-does = Cette page

about-key-quit-does = Quitter

about-key-control = Ctrl
