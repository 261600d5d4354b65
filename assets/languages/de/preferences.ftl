### What a person may choose for the whole window.

preferences-title = Einstellungen

preferences-window = Einstellungen — Latchkey

preferences-theme = Darstellung

preferences-theme-system = System

preferences-theme-light = Hell

preferences-theme-dark = Dunkel

preferences-contrast = Kontrast

preferences-contrast-system = System

preferences-contrast-normal = Normal

preferences-contrast-high = Hoch

preferences-text-size = Textgröße
    .hint = Alles im Fenster wächst mit.

preferences-text-size-percent = { $percent } %

preferences-text-size-usual = Übliche Größe

preferences-start = Wenn Latchkey sich öffnet
    .hint = Wer nur eine Instanz hat, sieht sie in jedem Fall sofort.

preferences-start-list = Die Liste zeigen

preferences-start-last = Mit der letzten Instanz weitermachen

preferences-language = Sprache

preferences-language-system = Sprache des Systems

preferences-links = Links aus Mails

preferences-links-asking = Es wird nachgesehen, wer sie öffnet…

preferences-links-mend = Mit Latchkey öffnen

preferences-links-mending = Wird eingetragen…

preferences-not-mended = Die Links aus Mails ließen sich nicht auf Latchkey einstellen.
    .hint = Auf der Seite für ein vergessenes Passwort können Sie einen Link weiterhin einfügen.

preferences-not-kept = Ihre Wahl gilt nur, bis dieses Fenster geschlossen wird.
    .hint = Sie konnte nicht gespeichert werden. Warum, steht in den Einzelheiten.

preferences-about = Über Latchkey
