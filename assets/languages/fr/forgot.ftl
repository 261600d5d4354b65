### Asking for the mail, and waiting for it.

forgot-title = Mot de passe oublié ?

forgot-window = Mot de passe oublié

forgot-lead = Saisissez l’adresse e-mail de votre compte. Vous recevrez un e-mail avec un lien pour choisir un nouveau mot de passe.

forgot-send = Envoyer le lien

forgot-sending = Envoi…

forgot-have-link = J’ai déjà un lien

forgot-waiting = Consultez vos e-mails

forgot-paste-title = Collez votre lien

forgot-paste-lead = Copiez le lien de l’e-mail et collez-le ici. Le jeton seul convient aussi.

forgot-click = Cliquez sur le lien qu’il contient, et cette fenêtre revient. S’il ne se passe rien, copiez le lien et collez-le ci-dessous.

forgot-bridge = Son lien ouvre une page dans le navigateur : choisissez-y « Open in Latchkey », et cette fenêtre revient. S’il ne se passe rien, copiez le lien et collez-le ci-dessous.

forgot-studio = Son lien ouvre le Data Studio. Pour terminer ici, copiez le lien de l’e-mail et collez-le ci-dessous.

forgot-link = Lien de l’e-mail

forgot-open-link = Ouvrir le lien

forgot-link-example = Collez-le ici

forgot-not-coming = Rien n’arrive

forgot-hide-reasons = Masquer les raisons

forgot-not-ours = Les liens des e-mails n’ouvrent pas encore Latchkey sur cet ordinateur.

forgot-register = Laisser Latchkey les ouvrir

forgot-not-registered = Le système ne laisse pas Latchkey ouvrir ces liens.

forgot-not-registered-hint = Copiez le lien de l’e-mail et collez-le ci-dessous.

forgot-line = Pour l’administrateur, afin que le lien de l’e-mail ouvre Latchkey

forgot-copy-line = Copier la ligne

forgot-copied = Copié

forgot-again = Renvoyer

forgot-again-in = Renvoyer dans { $time }

forgot-neutral = Si { $email } a sur { $host } un compte dont le mot de passe peut être réinitialisé, un e-mail est en route.

forgot-reason-1 = Cela peut prendre quelques minutes, et l’e-mail peut se trouver dans les indésirables.

forgot-reason-2 = Le compte utilise peut-être une autre adresse e-mail.

forgot-reason-3 = Le compte se connecte peut-être par authentification unique : son mot de passe se change chez ce fournisseur.

forgot-reason-4 = Le compte est peut-être suspendu, ou le serveur ne peut pas envoyer d’e-mails. L’administrateur le sait.
