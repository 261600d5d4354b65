### A new password for the account that is signed in.

change-password-title = Passwort ändern
    .lead = Damit wird jedes Gerät abgemeldet, auch dieses: Danach melden Sie sich mit dem neuen Passwort an.

change-password-account = Konto

change-password-submit = Passwort ändern

change-password-busy = Wird geändert…

change-password-forbidden = Auf diesem Server darf hier nur die Administration ein Passwort ändern.
    .hint = Mit einem Link per Mail geht es für jedes Konto.

change-password-mail = Link zusenden
