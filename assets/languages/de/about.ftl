### What this program is, where it keeps things, and its keys.

about-window = Über — Latchkey

about-lead = Die Anmeldung bei Directus für den Desktop.

about-version = Version { $version }, Lizenz { $license }

about-copy = Kopieren

about-places = Wo was liegt

about-sessions = Sitzungen

about-keyring = Im Schlüsselbund dieses Computers. In keiner Datei steht ein Passwort oder Token.

about-config = Instanzen und Einstellungen

about-state = Fenstergröße und Sperren

about-cache = Logos

about-keys = Tastatur

about-key-tab = Tab

about-key-tab-does = Zum nächsten Bedienelement, mit Umschalt zum vorigen

about-key-arrows = Pfeile, Pos1, Ende

about-key-arrows-does = Durch eine Liste oder Auswahl gehen

about-key-enter = Eingabe, Leertaste

about-key-enter-does = Auslösen; Eingabe sendet auch ein Formular

about-key-escape = Esc

about-key-escape-does = Abbrechen, was läuft; sonst zurück

about-key-add-does = Instanz hinzufügen

about-key-instance-does = Die Instanz an dieser Stelle der Liste öffnen

about-key-settings-does = Einstellungen

about-key-size-does = Text größer, kleiner, übliche Größe

about-key-about-does = Diese Seite

about-key-quit-does = Beenden

about-key-control = Strg
