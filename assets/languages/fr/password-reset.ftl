### Asking for the mail, and waiting for it.

password-reset-title = Mot de passe oublié ?
    .lead = Saisissez l’adresse e-mail de votre compte. Vous recevrez un e-mail avec un lien pour choisir un nouveau mot de passe.

password-reset-window = Mot de passe oublié

password-reset-send = Envoyer le lien

password-reset-sending = Envoi…

password-reset-have-link = J’ai déjà un lien

password-reset-waiting = Consultez vos e-mails

password-reset-paste-title = Collez votre lien
    .lead = Copiez le lien de l’e-mail et collez-le ici. Le jeton seul convient aussi.

password-reset-click = Cliquez sur le lien qu’il contient, et cette fenêtre revient. S’il ne se passe rien, copiez le lien et collez-le ci-dessous.

password-reset-bridge = Son lien ouvre une page dans le navigateur : choisissez-y « Open in Latchkey », et cette fenêtre revient. S’il ne se passe rien, copiez le lien et collez-le ci-dessous.

password-reset-studio = Son lien ouvre le Data Studio. Pour terminer ici, copiez le lien de l’e-mail et collez-le ci-dessous.

password-reset-link = Lien de l’e-mail

password-reset-open-link = Ouvrir le lien

password-reset-link-example = Collez-le ici

password-reset-not-coming = Rien n’arrive

password-reset-hide-reasons = Masquer les raisons

password-reset-not-ours = Les liens des e-mails n’ouvrent pas encore Latchkey sur cet ordinateur.

password-reset-register = Laisser Latchkey les ouvrir

password-reset-not-registered = Le système ne laisse pas Latchkey ouvrir ces liens.
    .hint = Copiez le lien de l’e-mail et collez-le ci-dessous.

password-reset-line = Pour l’administrateur, afin que le lien de l’e-mail ouvre Latchkey

password-reset-copy-line = Copier la ligne

password-reset-copied = Copié

password-reset-again = Renvoyer

password-reset-again-in = Renvoyer dans { $time }

password-reset-neutral = Si { $email } a sur { $host } un compte dont le mot de passe peut être réinitialisé, un e-mail est en route.

password-reset-reason-1 = Cela peut prendre quelques minutes, et l’e-mail peut se trouver dans les indésirables.

password-reset-reason-2 = Le compte utilise peut-être une autre adresse e-mail.

password-reset-reason-3 = Le compte se connecte peut-être par authentification unique : son mot de passe se change chez ce fournisseur.

password-reset-reason-4 = Le compte est peut-être suspendu, ou le serveur ne peut pas envoyer d’e-mails. L’administrateur le sait.
