### What a person may choose for the whole window.

settings-title = Einstellungen

settings-window = Einstellungen — Latchkey

settings-theme = Darstellung

settings-theme-system = System

settings-theme-light = Hell

settings-theme-dark = Dunkel

settings-contrast = Kontrast

settings-contrast-system = System

settings-contrast-normal = Normal

settings-contrast-high = Hoch

settings-text-size = Textgröße

settings-text-size-percent = { $percent } %

settings-text-size-usual = Übliche Größe

settings-text-size-hint = Alles im Fenster wächst mit.

settings-start = Wenn Latchkey sich öffnet

settings-start-list = Die Liste zeigen

settings-start-last = Mit der letzten Instanz weitermachen

settings-start-hint = Wer nur eine Instanz hat, sieht sie in jedem Fall sofort.

settings-language = Sprache

settings-language-system = Sprache des Systems

settings-links = Links aus Mails

settings-links-asking = Es wird nachgesehen, wer sie öffnet…

settings-links-mend = Mit Latchkey öffnen

settings-links-mending = Wird eingetragen…

settings-not-mended = Die Links aus Mails ließen sich nicht auf Latchkey einstellen.

settings-not-mended-hint = Auf der Seite für ein vergessenes Passwort können Sie einen Link weiterhin einfügen.

settings-not-kept = Ihre Wahl gilt nur, bis dieses Fenster geschlossen wird.

settings-not-kept-hint = Sie konnte nicht gespeichert werden. Warum, steht in den Einzelheiten.

settings-about = Über Latchkey
