### Setting up a second factor, and taking it away.

two-factor-title = Authentification à deux facteurs
    .lead = Après votre mot de passe, la connexion demande alors un code à six chiffres d’une application d’authentification. Saisissez votre mot de passe pour commencer.

two-factor-lead-provider = La connexion demande alors aussi un code à six chiffres d’une application d’authentification.

two-factor-begin = Continuer

two-factor-beginning = Un instant…

two-factor-wrong-password = Ce n’est pas votre mot de passe.

two-factor-scan = Scannez ce code
    .lead = Scannez-le avec votre application d’authentification, ou saisissez-y la clé. Saisissez ensuite les six chiffres que l’application affiche.

two-factor-key = Clé

two-factor-copy = Copier la clé

two-factor-copied = Copiée pour 45 secondes

two-factor-code = Code

two-factor-code-empty = Saisissez le code.

two-factor-code-wrong = Le code n’a pas été accepté. Attendez le suivant ; s’il est refusé aussi, vérifiez l’horloge de cet ordinateur et celle du téléphone.

two-factor-enable = Activer

two-factor-enabling = Activation…

two-factor-off-title = Désactiver l’authentification à deux facteurs
    .lead = La connexion ne demande alors que votre mot de passe. Saisissez un code de votre application d’authentification pour la désactiver.

two-factor-disable = Désactiver

two-factor-disabling = Désactivation…

two-factor-is-on = L’authentification à deux facteurs est activée.
    .hint = Gardez la clé en lieu sûr : sans l’application, seul un administrateur peut vous laisser entrer de nouveau.

two-factor-is-off = L’authentification à deux facteurs est désactivée.
