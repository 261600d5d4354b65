### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = Cette instance a été retirée entre-temps.
    .hint = Ajoutez-la de nouveau si vous en avez encore besoin.

error-not-signed-in = Personne n’est connecté ici.
    .hint = Connectez-vous d’abord.

error-short-lived = Les jetons d’accès de ce serveur ne vivent que { $lifetime }.
    .hint = Demandez une validité plus courte.

error-ca-file = Le fichier de certificat { $path } est illisible.
    .hint = Vérifiez que le fichier existe et contient un certificat au format PEM.

error-settings-file = Le fichier { $path } est illisible.
    .hint = Indiquez un fichier texte, comme .env ou directus.config.json.

error-access-token-refused = Le serveur ne connaît pas ce jeton d’accès. Rien n’a été conservé.
    .hint = Copiez-le encore une fois depuis la page de l’utilisateur du Data Studio, et enregistrez-y d’abord cette page.

error-already-kept = Vous avez déjà cette instance, sous le nom « { $name } ».
    .hint = Ouvrez-la depuis la liste des instances.

error-foreign-link = Ce lien n’appartient à aucune de vos instances. Rien n’a été envoyé.
    .hint = Si vous connaissez le serveur qui l’a envoyé et lui faites confiance, ajoutez d’abord cette instance, puis rouvrez le lien.

error-several-for-link = Ce lien pourrait appartenir à plusieurs de vos instances.
    .hint = Choisissez l’instance qui vous a envoyé l’e-mail.

error-other-link = Ce lien sert à autre chose.
    .hint = Ouvrez-le en cliquant dessus dans l’e-mail.

error-overtaken = Une autre connexion ou déconnexion a commencé avant la réponse à celle-ci, et a pris sa place.
    .hint = Si vous vouliez celle-ci, connectez-vous de nouveau.

error-no-random = Le système n’a pas donné de nombres aléatoires.

error-internal = Latchkey a perdu le fil de son propre travail.
    .hint = Réessayez ; si cela arrive deux fois, signalez-le, s’il vous plaît.

error-session-ended = La session a pris fin sur le serveur.
    .hint = Connectez-vous de nouveau. Cela arrive après une déconnexion ailleurs, après la réinitialisation du mot de passe, ou après une longue inactivité.

error-session-cut-off = Le dernier renouvellement de cette session a été coupé, elle ne peut donc pas continuer.
    .hint = Connectez-vous de nouveau. Le serveur l’avait renouvelée, mais la réponse n’est pas arrivée ici ou n’a pas pu être conservée.

error-user-suspended = Ce compte est suspendu.
    .hint = Seul un administrateur du projet peut lever cela.

error-access-token-ended = Le serveur n’accepte plus le jeton d’accès conservé ici.
    .hint = Il a été supprimé ou remplacé dans le Data Studio, ou son compte a été suspendu. Connectez-vous de nouveau.

error-provider-refused = Le fournisseur de connexion ne répond plus de cette session.
    .hint = Connectez-vous de nouveau par le fournisseur.

error-resource-restricted = La licence de ce projet ne laisse pas entrer ce compte pour le moment.
    .hint = Adressez-vous à un administrateur du projet.

error-address-empty = Saisissez l’adresse d’un Directus.
    .hint = Par exemple cms.example.com

error-address-malformed = Ce n’est pas une adresse que Latchkey peut lire.
    .hint = Copiez-la depuis votre navigateur pendant que le Data Studio est ouvert.

error-address-scheme = Une adresse commence par https://, pas par { $scheme }:.

error-address-userinfo = L’adresse contient un nom d’utilisateur ou un mot de passe avant le @.
    .hint = Enlevez cette partie ; Latchkey les demande à la connexion.

error-address-plain-http = { $host } serait utilisé sans chiffrement : quiconque se trouve sur le trajet pourrait lire votre mot de passe.
    .hint = Utilisez https://, ou autorisez http pour cette adresse si vous l’acceptez.

error-link-empty = Il n’y a pas encore de lien ici.

error-link-too-long = C’est trop long pour être un de nos liens.

error-link-characters = Ce lien contient des caractères qu’aucun vrai lien ne contient.

error-link-malformed = Il n’y a ni lien ni jeton dans ce texte.

error-link-scheme = Ce lien appartient à un autre programme.

error-link-unknown = Cette version de Latchkey ne connaît pas ce genre de lien.

error-link-key = Ce lien contient quelque chose qui n’a rien à y faire.

error-link-no-token = Ce lien n’est pas complet : son jeton manque.

error-link-profile = Ce lien nomme une instance d’une façon que Latchkey ne connaît pas.

error-link-hint = Copiez le lien entier de l’e-mail, du premier au dernier caractère.

error-no-profile = Il n’y a pas de profil « { $text } ».
    .hint = `latchkey profiles` les énumère ; `latchkey add ADDRESS` en ajoute un.

error-several-profiles = « { $text } » convient à plusieurs profils : { $names }.
    .hint = Utilisez le nom du profil voulu.

error-interrupted = La connexion à { $host } a pris fin avant la réponse ; on ne sait donc pas si cela a réussi.
    .hint = Réessayez quand vous serez prêt ; rien n’est répété automatiquement.

error-timed-out = { $host } n’a pas répondu à temps.
    .hint = Réessayez dans un instant.

error-proxy-credentials = Le proxy de ce réseau demande un nom et un mot de passe.
    .hint = Indiquez-les dans HTTPS_PROXY, ou adressez-vous à la personne qui gère le réseau.

error-not-directus = Quelque chose répond à { $host }, mais pas comme Directus.
    .hint = Vérifiez l’adresse et son sous-chemin. Un proxy, une page de maintenance ou une page de connexion devant le serveur donne le même résultat.

error-redirected = { $host } nous renvoie vers { $to }. Latchkey ne suit personne avec votre mot de passe.
    .hint = Si cette adresse est la bonne, ajoutez-la comme instance. La page de connexion d’un réseau donne le même résultat : ouvrez-la d’abord dans votre navigateur.

error-too-large = La réponse de { $host } est bien trop grande.
    .hint = Vérifiez l’adresse ; un Directus ne fait pas cela.

error-setup = La connexion n’a pas pu être établie.
    .hint = Vérifiez le fichier de certificat de cette instance, si elle en a un, et que les certificats du système sont installés (ca-certificates).

error-unreachable-refused = Rien ne répond à { $host }.
    .hint = Le serveur tourne-t-il, et le port est-il le bon ?

error-unreachable-name = Le nom { $host } est inconnu.
    .hint = Vérifiez l’orthographe, votre connexion et, pour les serveurs d’entreprise, le VPN.

error-unreachable-no-route = Aucun chemin ne mène à { $host } depuis ce réseau.
    .hint = Vérifiez votre connexion et, pour les serveurs d’entreprise, le VPN.

error-unreachable-no-answer = { $host } ne répond pas.
    .hint = Vérifiez votre connexion, puis réessayez.

error-unreachable-other = { $host } est injoignable.

error-tls-expired = Le certificat de { $host } n’est pas valable aujourd’hui.
    .hint = Vérifiez la date et l’heure de cet ordinateur ; si elles sont justes, prévenez l’administrateur du serveur.

error-tls-wrong-host = { $host } présente un certificat fait pour un autre nom.
    .hint = Vérifiez l’adresse ; si elle est juste, prévenez l’administrateur du serveur.

error-tls-self-signed = { $host } a signé lui-même son certificat, personne n’en répond donc.
    .hint = Si c’est votre propre serveur, donnez son certificat à Latchkey : `latchkey add ADDRESS --ca-file FILE.pem`.

error-tls-unknown-authority = Le certificat de { $host } vient d’une autorité que cet ordinateur ne connaît pas.
    .hint = Si votre entreprise a sa propre autorité, donnez son certificat à Latchkey : `latchkey add ADDRESS --ca-file FILE.pem`. Sur un réseau inconnu, quelqu’un lit peut-être ce que vous envoyez.

error-tls-revoked = Le certificat de { $host } a été révoqué.
    .hint = Ne vous connectez pas ; prévenez l’administrateur du serveur.

error-tls-not-tls = { $host } ne parle pas https sur ce port.
    .hint = Vérifiez le port, ou adressez-vous à l’administrateur du serveur.

error-tls-other = Aucune connexion sûre à { $host } n’a pu s’établir.
    .hint = Réessayez ; si cela persiste, prévenez l’administrateur du serveur.

error-invalid-credentials = L’adresse e-mail ou le mot de passe est incorrect.
    .hint = Trop d’essais incorrects suspendent un compte. Si vous vous connectez d’habitude par un fournisseur, ce compte n’a pas de mot de passe ici.

error-invalid-otp = Il faut un code à usage unique, ou celui-ci n’était pas le bon.
    .hint = Saisissez le code actuel de votre application d’authentification ; s’il est encore refusé, vérifiez l’horloge de cet ordinateur et celle du téléphone.

error-token-expired = Cela a expiré.
    .hint = Demandez un nouveau lien, ou connectez-vous de nouveau.

error-invalid-token = Le serveur ne connaît pas ce jeton.

error-forbidden = Le serveur ne le permet pas.
    .hint = Si vous pensez que cela devrait être permis, adressez-vous à un administrateur du projet.

error-invalid-payload = Le serveur n’accepte pas ce qui a été saisi.
    .hint = Vérifiez l’adresse e-mail et réessayez.

error-failed-validation = Les règles du serveur n’autorisent pas ce mot de passe.
    .hint = Essayez-en un plus long, qui mêle lettres, chiffres et signes. Le lien reste utilisable.

error-invalid-invite = Cette invitation a déjà été acceptée.
    .hint = Connectez-vous ; si vous ne connaissez pas le mot de passe, réinitialisez-le.

error-invalid-provider = Ce compte se connecte autrement.
    .hint = Utilisez le fournisseur avec lequel il a été créé.

error-route-not-found = Ce serveur n’offre pas ce mode de connexion.
    .hint = Ses réglages ont peut-être changé : revenez en arrière et regardez de nouveau.

error-requests-exceeded = Le serveur nous demande de ralentir.
    .hint = Réessayez dans une minute.

error-requests-exceeded-wait = Réessayez dans { $time }.

error-email-limit-exceeded = Le serveur a envoyé trop d’e-mails pour l’instant.
    .hint = Réessayez plus tard, ou adressez-vous à un administrateur du projet.

error-service-unavailable = Le serveur ne peut pas joindre quelque chose dont il a besoin pour cela.
    .hint = Réessayez dans un moment ; rien n’est perdu.

error-licence-hint = Adressez-vous à un administrateur du projet : les administrateurs peuvent toujours se connecter.

error-project-locked = Le projet est verrouillé à cause de sa licence.

error-limit-exceeded = La licence de ce projet n’a plus de place pour un autre compte.
    .hint = Adressez-vous à un administrateur du projet. Le lien reste utilisable.

error-internal-server-error = Le serveur a rencontré une erreur interne.

error-other = Le serveur a refusé avec le code { $code }.
    .hint = Demandez à un administrateur du projet ce que cela signifie.

error-mailed-token-expired = Ce lien a expiré.

error-mailed-invalid-token = Le serveur ne reconnaît pas ce lien : il est incomplet, ou un autre serveur l’a fait.

error-mailed-forbidden = Ce lien a déjà servi, ou le mot de passe a été changé depuis son envoi.
    .hint = Envoyez un nouveau lien.

error-no-companion = Ce serveur ne peut pas encore transmettre à un programme une connexion faite dans le navigateur.
    .hint = Demandez à un administrateur du projet d’installer directus-extension-latchkey et de redémarrer Directus, ou connectez-vous avec un mot de passe.

error-companion-version = L’extension Latchkey de ce serveur utilise une autre version que ce Latchkey.
    .hint = Mettez Latchkey à jour ; s’il l’est déjà, demandez à un administrateur de mettre à jour directus-extension-latchkey.

error-redirect-not-allowed = Ce serveur ne laisse pas le navigateur revenir à Latchkey pour ce fournisseur.
    .hint = Ajoutez la ligne ci-dessous à l’environnement du serveur et redémarrez Directus, ou installez directus-extension-latchkey.

error-not-relayed = Ce serveur ne laisse pas Latchkey recevoir à sa place la réponse de ce fournisseur.
    .hint = Ajoutez la ligne ci-dessous à l’environnement du serveur, déclarez { $callback } chez le fournisseur, et redémarrez Directus. Cela marche avec OpenID et OAuth 2.0, à partir de Directus 11.14.1, là où le serveur est joignable sans TLS devant.

error-provider-not-offered = Ce serveur ne propose pas ce fournisseur.
    .hint = Ses réglages ont peut-être changé : regardez de nouveau la liste. Directus 12 n’offre l’authentification unique qu’avec une licence qui la comprend.

error-other-address = Ce serveur se donne une autre adresse que celle que vous avez ; une connexion par le navigateur ne retrouverait pas son chemin.
    .hint = Ajoutez-le sous sa propre adresse : { $address }. Si elle est fausse, un administrateur doit corriger PUBLIC_URL.

error-no-s256 = L’extension Latchkey de ce serveur ne protège pas la connexion comme elle le doit ; rien n’a donc été ouvert.
    .hint = Demandez à un administrateur de mettre à jour directus-extension-latchkey.

error-provider-name = Le nom de ce fournisseur mènerait le navigateur ailleurs ; rien n’a donc été ouvert.
    .hint = Prévenez un administrateur du projet.

error-ports-taken = D’autres programmes occupent tous les ports par lesquels le navigateur peut revenir.
    .hint = Fermez une autre connexion encore en attente, ou le programme qui occupe ces ports, et réessayez.

error-cannot-listen = Le système ne laisse pas Latchkey attendre le navigateur sur cet ordinateur.
    .hint = Vérifiez le pare-feu de cet ordinateur et réessayez.

error-other-issuer = La réponse est venue d’un autre serveur que celui où vous vous êtes connecté. Elle n’a pas été utilisée.
    .hint = Réessayez ; si cela arrive deux fois, prévenez un administrateur du projet.

error-no-session = Le navigateur est revenu, mais sans session.
    .hint = Utilisez exactement l’adresse que le serveur a comme PUBLIC_URL : pour un navigateur, localhost et 127.0.0.1 sont deux adresses différentes.

error-browser-timed-out = Personne n’est revenu du navigateur à temps.
    .hint = Réessayez quand vous serez prêt ; rien n’a été modifié.

error-sign-in-over = Cette connexion est terminée.
    .hint = Commencez-en une nouvelle.

error-sso-invalid-otp-hint = Saisissez le code actuel de votre application d’authentification et connectez-vous de nouveau ; s’il est encore refusé, vérifiez l’horloge de cet ordinateur et celle du téléphone.

error-sso-invalid-provider = Le compte de cette adresse se connecte autrement.
    .hint = Utilisez le fournisseur ou le mot de passe avec lequel il a été créé, ou demandez à un administrateur du projet de changer cela.

error-sso-invalid-credentials = La connexion a été refusée ou annulée chez le fournisseur, ou vous n’avez pas de compte ici.
    .hint = Réessayez ; si cela persiste, adressez-vous à un administrateur du projet.

error-sso-failed-validation = Le projet n’accepte pas les informations que le fournisseur a données sur vous.
    .hint = Adressez-vous à un administrateur du projet : c’est souvent l’adresse e-mail.

error-sso-service-unavailable = Le serveur ne peut pas joindre le fournisseur pour le moment.
    .hint = Réessayez dans un moment.

error-sso-access-denied = Vous avez répondu non sur la page du navigateur. Personne n’a été connecté.
    .hint = Connectez-vous de nouveau si ce n’était pas voulu.

error-sso-session-missing = Le navigateur est revenu sans session.
    .hint = Si le projet vous a demandé de configurer l’authentification à deux facteurs, terminez cela dans le navigateur et connectez-vous de nouveau.

error-sso-licence = La licence de ce projet ne comprend pas l’authentification unique.
    .hint = Adressez-vous à un administrateur du projet, ou connectez-vous avec un mot de passe.

error-sso-unknown-exception = Le serveur ne dit pas pourquoi la connexion a échoué.
    .hint = Réessayez ; si cela persiste, un administrateur trouve la raison dans le journal du serveur.

error-sso-other = Le serveur a refusé la connexion avec le code { $code }.

error-invalid-grant = La connexion est revenue trop tard, ou a déjà servi.
    .hint = Connectez-vous de nouveau.

error-temporarily-unavailable = Le serveur ou le fournisseur ne peut pas terminer la connexion pour le moment.
    .hint = Connectez-vous de nouveau dans un moment.

error-grant-refused = L’extension Latchkey de ce serveur a refusé la connexion.
    .hint = Connectez-vous de nouveau ; si cela persiste, demandez à un administrateur de mettre à jour directus-extension-latchkey.

error-keyring-locked = Votre trousseau de clés est verrouillé.
    .hint = Déverrouillez-le et réessayez. Rien n’est perdu.

error-keyring-denied = Le déverrouillage du trousseau de clés a été refusé.
    .hint = Réessayez quand vous voudrez le déverrouiller. Rien n’est perdu.

error-keyring-absent = Cet ordinateur n’offre pas de trousseau de clés pour garder une connexion en sûreté.
    .hint = Démarrez ou installez-en un (GNOME Keyring, KWallet, KeePassXC avec Secret Service) et réessayez.

error-keyring-timeout = Le trousseau de clés ne répond pas.
    .hint = Il demande peut-être son mot de passe dans une autre fenêtre. Réessayez ensuite.

error-keyring-refused = Le trousseau de clés n’accepte pas cette entrée.
    .hint = Vérifiez-le avec le gestionnaire de mots de passe de votre système.

error-record-damaged = L’entrée de cette instance dans le trousseau de clés est endommagée.
    .hint = Connectez-vous de nouveau pour la remplacer.

error-record-newer = L’entrée du trousseau de clés a été écrite par un Latchkey plus récent.
    .hint = Mettez Latchkey à jour, ou connectez-vous de nouveau pour remplacer l’entrée.

error-record-origin = La connexion conservée appartient à une autre adresse que celle de ce profil ; elle n’est donc pas utilisée.

error-access-token-hint = Créez-en un dans le Data Studio : ouvrez la page de l’utilisateur, générez-y un jeton et enregistrez.

error-access-token-empty = Il n’y a pas de jeton d’accès.

error-access-token-malformed = Ce n’est pas un jeton d’accès. Rien n’a été envoyé.

error-access-token-short-lived = Ce jeton expire dans quelques minutes ; il en faut un statique. Rien n’a été envoyé.

error-no-home = Le système ne dit pas où vont vos fichiers.
    .hint = Définissez LATCHKEY_CONFIG_DIR et LATCHKEY_STATE_DIR avec des dossiers qui vous appartiennent.

error-cannot-read = { $path } est illisible.
    .hint = Vérifiez que le fichier vous appartient et réessayez.

error-cannot-write = Impossible d’écrire { $path }. Ce qui s’y trouvait est intact.
    .hint = Vérifiez qu’il y a de la place sur le disque et que le dossier vous appartient.

error-file-newer = Votre liste d’instances a été écrite par un Latchkey plus récent ; celui-ci ne la modifie donc pas.
    .hint = Mettez Latchkey à jour.

error-busy = Un autre Latchkey (processus { $process }) est occupé avec cette instance et ne finit pas.
    .hint = Rien n’est perdu. Attendez un moment et réessayez ; si cela persiste, fermez l’autre.

error-busy-unknown = Un autre Latchkey est occupé avec cette instance et ne finit pas.
