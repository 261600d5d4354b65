### How hard a new password is to guess.

strength-very-weak = Sehr schwach

strength-weak = Schwach

strength-fair = Mäßig

strength-good = Gut

strength-strong = Stark

strength-warning-keys = Tasten nebeneinander sind leicht zu erraten.

strength-warning-repeats = Wiederholte Buchstaben sind leicht zu erraten.

strength-warning-repeated-words = Ein Wort zu wiederholen macht es kaum schwerer zu erraten.

strength-warning-common = Dieses verwenden viele, deshalb wird es zuerst probiert.

strength-warning-similar = Es ähnelt einem, das viele verwenden.

strength-warning-sequences = Folgen wie abc oder 6543 sind leicht zu erraten.

strength-warning-years = Jahreszahlen sind leicht zu erraten.

strength-warning-dates = Daten sind leicht zu erraten.

strength-warning-one-word = Ein einzelnes Wort ist leicht zu erraten.

strength-warning-names = Namen sind leicht zu erraten.

strength-advice-few-words = Ein paar Wörter, die nicht zusammengehören, sind schwer zu erraten.

strength-advice-no-symbols = Es braucht keine Sonderzeichen, nur Länge.

strength-advice-another-word = Fügen Sie ein oder zwei Wörter hinzu, am besten ungewöhnliche.

strength-advice-capitals = Großbuchstaben helfen wenig.

strength-advice-reversed = Rückwärts geschriebene Wörter helfen wenig.

strength-advice-substitutions = Zeichen statt Buchstaben, etwa @ für a, helfen wenig.

strength-advice-keys = Nehmen Sie mehr Tasten, und wechseln Sie öfter die Richtung.

strength-advice-repeats = Vermeiden Sie wiederholte Wörter und Buchstaben.

strength-advice-sequences = Vermeiden Sie Folgen.

strength-advice-dates = Vermeiden Sie Jahreszahlen und Daten, vor allem Ihre eigenen.
