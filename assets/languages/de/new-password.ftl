### Setting the password a link is for.

new-password-title = Neues Passwort setzen

new-password-invite-title = Willkommen: Wählen Sie ein Passwort

new-password-verify-title = Adresse bestätigen
    .lead = Damit bestätigen Sie die E-Mail-Adresse, mit der Sie sich registriert haben.

new-password-window = Neues Passwort

new-password-account = Konto (laut Link)

new-password-account-unknown = Der Link nennt es nicht

new-password-new = Neues Passwort

new-password-repeat = Noch einmal

new-password-empty = Geben Sie ein neues Passwort ein.

new-password-different = Die beiden sind nicht gleich.

new-password-rules = Die Passwortregeln des Servers erlauben dieses Passwort nicht. Versuchen Sie ein längeres mit Buchstaben, Ziffern und Zeichen gemischt.

new-password-set = Passwort setzen

new-password-setting = Wird gesetzt…

new-password-confirm = Bestätigen

new-password-confirming = Wird bestätigt…

new-password-placing = Es wird nachgesehen, zu welcher Instanz dieser Link gehört…

new-password-choose = Für welche Instanz ist dieser Link?
    .lead = Der Link passt zu mehr als einer Ihrer Instanzen. Gesendet wurde noch nichts.

new-password-unusable = Dieser Link ist nicht zu gebrauchen

new-password-new-link = Neuen Link senden

new-password-ask-again = Bitten Sie die Person, die Sie eingeladen hat, die Einladung noch einmal zu senden.

new-password-register-again = Registrieren Sie sich noch einmal oder fragen Sie die Administration des Projekts.

new-password-confirmed-or-not-whole = Diese Adresse ist schon bestätigt, oder der Link ist nicht vollständig.

new-password-try-to-sign-in = Versuchen Sie, sich anzumelden.

new-password-sign-in = Anmelden

new-password-close = Schließen

new-password-sent-to = Das Passwort geht an diese Instanz und sonst nirgendwohin.
