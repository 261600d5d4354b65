### Making an account where a project lets anybody do so.

register-title = S’inscrire
    .lead = Vous créez votre propre compte sur { $host }.

register-submit = S’inscrire

register-busy = Inscription…

register-signing-in = Connexion…

register-forbidden = Ce projet ne laisse pas cette adresse s’inscrire.
    .hint = Il n’accepte peut-être que les adresses de son organisation, ou aucun nouveau compte. Adressez-vous à un administrateur du projet.

register-waiting = Consultez vos e-mails

register-neutral = Si { $email } n’a pas encore de compte sur { $host }, un e-mail pour confirmer l’adresse est en route.

register-click = Cliquez sur le lien qu’il contient, et cette fenêtre revient. S’il ne se passe rien, copiez le lien et collez-le ci-dessous.

register-server = Cliquez sur le lien qu’il contient : le serveur confirme votre adresse. Ou copiez le lien et collez-le ci-dessous.

register-sign-in = J’ai confirmé : me connecter

register-known = Cette adresse a peut-être déjà un compte.
    .hint = Connectez-vous avec son mot de passe, ou faites-vous envoyer un lien pour en choisir un nouveau.
