### Setting the password a link is for.

new-password-title = Choisir un nouveau mot de passe

new-password-invite-title = Bienvenue : choisissez un mot de passe

new-password-verify-title = Confirmer votre adresse
    .lead = Ceci confirme l’adresse e-mail avec laquelle vous vous êtes inscrit.

new-password-window = Nouveau mot de passe

new-password-account = Compte (d’après le lien)

new-password-account-unknown = Le lien ne le nomme pas

new-password-new = Nouveau mot de passe

new-password-repeat = Répétez-le

new-password-empty = Saisissez un nouveau mot de passe.

new-password-different = Les deux ne sont pas identiques.

new-password-rules = Les règles du serveur n’autorisent pas ce mot de passe. Essayez-en un plus long, qui mêle lettres, chiffres et signes.

new-password-set = Enregistrer le mot de passe

new-password-setting = Enregistrement…

new-password-confirm = Confirmer

new-password-confirming = Confirmation…

new-password-placing = Recherche de l’instance à laquelle appartient ce lien…

new-password-choose = Pour quelle instance est ce lien ?
    .lead = Le lien convient à plusieurs de vos instances. Rien n’a encore été envoyé.

new-password-unusable = Ce lien est inutilisable

new-password-new-link = Envoyer un nouveau lien

new-password-ask-again = Demandez à la personne qui vous a invité d’envoyer de nouveau l’invitation.

new-password-register-again = Inscrivez-vous de nouveau, ou adressez-vous à un administrateur du projet.

new-password-confirmed-or-not-whole = Cette adresse a déjà été confirmée, ou le lien n’est pas entier.

new-password-try-to-sign-in = Essayez de vous connecter.

new-password-sign-in = Se connecter

new-password-close = Fermer

new-password-sent-to = Le mot de passe est envoyé à cette instance et nulle part ailleurs.
