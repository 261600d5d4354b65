### What a person may choose for the whole window.

preferences-title = Paramètres

preferences-window = Paramètres — Latchkey

preferences-theme = Thème

preferences-theme-system = Système

preferences-theme-light = Clair

preferences-theme-dark = Sombre

preferences-contrast = Contraste

preferences-contrast-system = Système

preferences-contrast-normal = Normal

preferences-contrast-high = Élevé

preferences-text-size = Taille du texte
    .hint = Tout le contenu de la fenêtre s’agrandit avec lui.

preferences-text-size-percent = { $percent } %

preferences-text-size-usual = Taille habituelle

preferences-start = À l’ouverture de Latchkey
    .hint = Si vous n’avez qu’une seule instance, elle s’affiche tout de suite dans tous les cas.

preferences-start-list = Afficher la liste

preferences-start-last = Continuer avec la dernière instance

preferences-language = Langue

preferences-language-system = Langue du système

preferences-links = Liens des e-mails

preferences-links-asking = Recherche du programme qui les ouvre…

preferences-links-mend = Les ouvrir avec Latchkey

preferences-links-mending = Enregistrement…

preferences-not-mended = Latchkey n’a pas pu être choisi pour ouvrir les liens des e-mails.
    .hint = Vous pouvez toujours coller un lien sur la page du mot de passe oublié.

preferences-not-kept = Votre choix ne vaut que jusqu’à la fermeture de cette fenêtre.
    .hint = Il n’a pas pu être enregistré. Les détails disent pourquoi.

preferences-about = À propos de Latchkey
