### How hard a new password is to guess.

strength-very-weak = Très faible

strength-weak = Faible

strength-fair = Moyen

strength-good = Bon

strength-strong = Fort

strength-warning-keys = Des touches voisines sont faciles à deviner.

strength-warning-repeats = Des lettres répétées sont faciles à deviner.

strength-warning-repeated-words = Répéter un mot ne le rend guère plus difficile à deviner.

strength-warning-common = Beaucoup l’utilisent, il est donc essayé en premier.

strength-warning-similar = Il ressemble à un mot de passe que beaucoup utilisent.

strength-warning-sequences = Des suites comme abc ou 6543 sont faciles à deviner.

strength-warning-years = Les années sont faciles à deviner.

strength-warning-dates = Les dates sont faciles à deviner.

strength-warning-one-word = Un mot seul est facile à deviner.

strength-warning-names = Les noms sont faciles à deviner.

strength-advice-few-words = Quelques mots sans rapport entre eux sont difficiles à deviner.

strength-advice-no-symbols = Il ne faut pas de signes spéciaux, seulement de la longueur.

strength-advice-another-word = Ajoutez un ou deux mots, de préférence inhabituels.

strength-advice-capitals = Les majuscules aident peu.

strength-advice-reversed = Les mots écrits à l’envers aident peu.

strength-advice-substitutions = Des signes à la place de lettres, comme @ pour a, aident peu.

strength-advice-keys = Utilisez plus de touches, et changez plus souvent de direction.

strength-advice-repeats = Évitez les mots et les lettres répétés.

strength-advice-sequences = Évitez les suites.

strength-advice-dates = Évitez les années et les dates, surtout les vôtres.
