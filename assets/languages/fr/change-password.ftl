### A new password for the account that is signed in.

change-password-title = Changer de mot de passe
    .lead = Tous les appareils en sont déconnectés, celui-ci aussi : vous vous connectez ensuite avec le nouveau mot de passe.

change-password-account = Compte

change-password-submit = Changer le mot de passe

change-password-busy = Changement…

change-password-forbidden = Sur ce serveur, seuls les administrateurs changent un mot de passe ici.
    .hint = Un lien par e-mail le fait pour tous les comptes.

change-password-mail = M’envoyer un lien
