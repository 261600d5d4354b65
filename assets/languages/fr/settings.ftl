### What a person may choose for the whole window.

settings-title = Paramètres

settings-window = Paramètres — Latchkey

settings-theme = Thème

settings-theme-system = Système

settings-theme-light = Clair

settings-theme-dark = Sombre

settings-contrast = Contraste

settings-contrast-system = Système

settings-contrast-normal = Normal

settings-contrast-high = Élevé

settings-text-size = Taille du texte

settings-text-size-percent = { $percent } %

settings-text-size-usual = Taille habituelle

settings-text-size-hint = Tout le contenu de la fenêtre s’agrandit avec lui.

settings-start = À l’ouverture de Latchkey

settings-start-list = Afficher la liste

settings-start-last = Continuer avec la dernière instance

settings-start-hint = Si vous n’avez qu’une seule instance, elle s’affiche tout de suite dans tous les cas.

settings-language = Langue

settings-language-system = Langue du système

settings-links = Liens des e-mails

settings-links-asking = Recherche du programme qui les ouvre…

settings-links-mend = Les ouvrir avec Latchkey

settings-links-mending = Enregistrement…

settings-not-mended = Latchkey n’a pas pu être choisi pour ouvrir les liens des e-mails.

settings-not-mended-hint = Vous pouvez toujours coller un lien sur la page du mot de passe oublié.

settings-not-kept = Votre choix ne vaut que jusqu’à la fermeture de cette fenêtre.

settings-not-kept-hint = Il n’a pas pu être enregistré. Les détails disent pourquoi.

settings-about = À propos de Latchkey
