### Looking an instance and this computer over.

doctor-link = Vérifier cette instance

doctor-window = Vérification

doctor-lead = Ce que le serveur et cet ordinateur permettent, et ce qui corrige le reste. Rien n’est modifié, et personne ne reçoit d’e-mail.

doctor-busy = Vérification…

doctor-busy-lead = Le serveur, ses modes de connexion, votre trousseau de clés et les liens des e-mails. Cela prend une demi-minute au plus.

doctor-again = Vérifier de nouveau

doctor-server = Le serveur

doctor-computer = Cet ordinateur

doctor-all-fine = Tout est comme il faut.

doctor-copy = Copier

doctor-copied = Copié

doctor-warning = pourrait être mieux

doctor-failed = à corriger

doctor-to-mend =
    { $count ->
        [one] Une chose peut être corrigée.
       *[other] { $count } choses peuvent être corrigées.
    }

### What was found when an instance and this computer were looked over.

doctor-skipped = Pas examiné, car quelque chose a échoué avant.

doctor-reachable-title = Connexion

doctor-reachable = { $host } répond.

doctor-tls-title = Chiffrement

doctor-tls = Par TLS, avec un certificat auquel cet ordinateur fait confiance.

doctor-tls-own-authority = Par TLS, avec les autorités de certification de cet ordinateur et celles du fichier propre à cette instance.

doctor-tls-same-machine = Aucun, et aucun n’est nécessaire : ce qui est envoyé ne quitte pas cet ordinateur.

doctor-tls-none = Ce qui est envoyé à { $host } n’est pas chiffré : d’autres sur le réseau peuvent le lire et le modifier, mots de passe compris.

doctor-tls-none-fix = Demandez à un administrateur d’offrir le serveur en https, puis ajoutez-le de nouveau par cette adresse.

doctor-tls-trust = Si c’est votre propre serveur, demandez à son administrateur le certificat de l’autorité, comparez l’empreinte, et ajoutez de nouveau l’instance avec ce fichier. Sur un réseau inconnu, quelqu’un lit peut-être ce que vous envoyez.

doctor-clock-title = Horloge

doctor-clock-untold = Inconnu : le serveur n’a pas donné son heure.

doctor-clock-agrees = Cet ordinateur et le serveur sont d’accord, à une minute près.

doctor-clock-ahead = L’horloge de cet ordinateur avance de { $time } sur celle du serveur. Les codes à usage unique et la durée des jetons dépendent des deux.

doctor-clock-behind = L’horloge de cet ordinateur retarde de { $time } sur celle du serveur. Les codes à usage unique et la durée des jetons dépendent des deux.

doctor-directus-title = Directus

doctor-directus-eleven = Directus 11 répond.

doctor-directus-twelve-unlicensed = Directus 12 répond, sans licence.

doctor-directus-twelve = Directus 12 répond.

doctor-directus-unknown = Directus répond, d’une génération que ce Latchkey ne connaît pas.

doctor-directus-down-fix = Réessayez dans un moment : le serveur derrière son proxy est arrêté, démarre, ou est en maintenance.

doctor-reset-link-title = E-mail pour un mot de passe oublié

doctor-reset-link-untold = Inconnu : ce serveur ne le dit que lorsqu’un e-mail est demandé, comme Directus avant 11.14.1.

doctor-reset-link-bridge = Son lien mène à une page qui propose Latchkey et le navigateur ; cela marche dans tous les logiciels de messagerie.

doctor-reset-link-scheme = Son lien ouvre Latchkey. Là où un logiciel de messagerie ne permet pas de cliquer dessus, on peut le coller.

doctor-reset-link-studio = Son lien ouvre le Data Studio. On peut le coller dans Latchkey ; pour qu’un clic ouvre Latchkey, un administrateur ajoute ceci à l’environnement du serveur (à ce que la liste contient déjà) et redémarre Directus.

doctor-sign-in-title = Modes de connexion

doctor-sign-in-own = e-mail et mot de passe

doctor-sign-in-ways = { $ways }.

doctor-sign-in-none = Aucun : la connexion par e-mail et mot de passe est désactivée, et aucun fournisseur n’est proposé. Un administrateur règle ceci et redémarre Directus.

doctor-sign-in-licence = Directus 12 ne propose des fournisseurs qu’avec une licence qui les comprend.

doctor-sso-route-title = Connexion avec { $provider }

doctor-sso-route-ldap = Avec le nom et le mot de passe de l’annuaire (LDAP) ; aucun navigateur n’est nécessaire.

doctor-sso-route-password = Avec un nom et un mot de passe ; aucun navigateur n’est nécessaire.

doctor-sso-route-unknown = Ce Latchkey ne connaît pas les connexions de type « { $driver } ».

doctor-sso-route-hand-off = Le navigateur la transmet à Latchkey, par l’extension du serveur.

doctor-sso-route-same-host = L’instance est sur cet ordinateur, et le navigateur peut revenir à Latchkey.

doctor-sso-route-relay = La réponse du fournisseur arrive à Latchkey, qui la transmet au serveur.

doctor-companion-title = Extension pour Latchkey

doctor-companion-answers = directus-extension-latchkey répond.

doctor-companion-needed = Une connexion par un fournisseur en a besoin pour revenir à cet ordinateur.

doctor-companion-useful = Aucun fournisseur n’en a besoin ici ; elle ferait marcher les liens des e-mails dans tous les logiciels de messagerie.

doctor-companion-absent = directus-extension-latchkey n’est pas installée. { $why } Un administrateur exécute ceci dans le répertoire où démarre Directus, puis redémarre Directus.

doctor-companion-unfinished = directus-extension-latchkey est installée, mais pas prête. Elle dit : « { $words } »

doctor-companion-unfinished-fix = Demandez à un administrateur de redémarrer Directus.

doctor-keyring-title = Trousseau de clés

doctor-keyring-unnamed = Le trousseau de clés

doctor-keyring-keeps = { $name } garde ce qu’on lui confie.

doctor-keyring-locked-fix = Déverrouillez-le dans le gestionnaire de mots de passe de votre système (Mots de passe et clés, KWalletManager, KeePassXC). Cela ne déconnecte personne : ce qu’il garde n’est simplement pas à portée.

doctor-keyring-denied-fix = Réessayez quand vous voudrez le déverrouiller. Cela ne déconnecte personne.

doctor-keyring-unavailable-fix = Installez et démarrez-en un qui offre le Secret Service : gnome-keyring, KWallet, ou KeePassXC avec son Secret Service activé. D’ici là, une connexion ne dure que tant que la fenêtre est ouverte.

doctor-keyring-timed-out-fix = Regardez s’il demande son mot de passe dans une autre fenêtre ; sinon, redémarrez-le, par exemple en fermant puis rouvrant votre session de bureau.

doctor-scheme-title = Liens des e-mails

doctor-scheme-ours = Un clic dessus ouvre ce Latchkey.

doctor-scheme-unknown = Impossible de dire qui les ouvre : { $reason }.

doctor-scheme-nobody = Un clic dessus ne fait rien ; on peut toujours les coller.

doctor-scheme-gone = Un clic dessus ne fait rien : { $program } devait les ouvrir et n’est plus là.

doctor-scheme-other = Un clic dessus ouvre un autre programme, ou une autre copie de celui-ci : { $program }.
