### Signing in.

sign-in-title = Se connecter

sign-in-busy = Connexion…

sign-in-forgot = Mot de passe oublié ?

sign-in-code-title = Code à usage unique
    .lead = Saisissez les six chiffres que votre application d’authentification affiche pour ce compte.

sign-in-code = Code

sign-in-code-empty = Saisissez le code.

sign-in-code-clock = Le code n’a pas été accepté. Attendez le suivant ; s’il est refusé aussi, vérifiez l’horloge de cet ordinateur et celle du téléphone.

sign-in-code-submit = Continuer

sign-in-code-other = Utiliser un autre compte

sign-in-other-way = Se connecter autrement

sign-in-no-form = Cette instance n’accepte pas de mot de passe.
    .hint = Elle n’offre pas non plus d’autre moyen. Demandez à l’administrateur comment s’y connecter.

sign-in-or = ou

sign-in-with = Se connecter avec

sign-in-own = E-mail

sign-in-identifier = Identifiant

sign-in-identifier-empty = Saisissez votre identifiant.

sign-in-identifier-wrong = L’identifiant ou le mot de passe est incorrect.

sign-in-identifier-malformed = Le serveur n’accepte pas cet identifiant.

sign-in-log-in-with = Se connecter avec { $label }

sign-in-provider-code-lead = { $label } vous a laissé entrer, et { $host } demande aussi son propre code. Saisissez les six chiffres que votre application d’authentification affiche pour { $host } ; le navigateur refait ensuite le parcours une fois.

sign-in-blocked = Attendre { $time }

sign-in-password-set = Votre nouveau mot de passe est enregistré.
    .hint = Utilisez-le pour vous connecter. Tous les autres appareils ont été déconnectés.

sign-in-invited = Votre compte est prêt.
    .hint = Connectez-vous avec le mot de passe que vous venez de choisir.

sign-in-verified = Votre adresse est confirmée.

sign-in-signed-out = Vous êtes déconnecté.

sign-in-signed-out-here = Vous êtes déconnecté sur cet ordinateur seulement.
    .hint = Le serveur n’a pas pu être prévenu. La session y prend fin d’elle-même, après 7 jours sur la plupart des serveurs. Un nouveau mot de passe y met fin aussitôt.

sign-in-token-gone = Le jeton d’accès n’est plus conservé ici.

sign-in-token-stays = Il fonctionne toujours. Pour y mettre fin, supprimez-le sur la page de l’utilisateur dans le Data Studio.

sign-in-use-token = Utiliser un jeton d’accès

sign-in-nothing = Personne n’était connecté ici.

sign-in-note-from = De { $project }

sign-in-note-more = Afficher toute la note

sign-in-note-less = Afficher moins

sign-in-sign-up = Pas encore de compte ? S’inscrire

sign-in-continue-title = Vous êtes déjà connecté

sign-in-continue-as = Continuer en tant que { $name }

sign-in-somebody-else = Se connecter avec un autre compte
    .hint = Une autre connexion prend la place de celle-ci.

sign-in-password-changed = Votre mot de passe est changé.
