### How hard a new password is to guess.

strength-very-weak = Muy débil

strength-weak = Débil

strength-fair = Regular

strength-good = Buena

strength-strong = Fuerte

strength-warning-keys = Las teclas vecinas son fáciles de adivinar.

strength-warning-repeats = Las letras repetidas son fáciles de adivinar.

strength-warning-repeated-words = Repetir una palabra apenas la hace más difícil de adivinar.

strength-warning-common = Muchas personas usan esta, así que se prueba primero.

strength-warning-similar = Se parece a una que usan muchas personas.

strength-warning-sequences = Las secuencias como abc o 6543 son fáciles de adivinar.

strength-warning-years = Los años son fáciles de adivinar.

strength-warning-dates = Las fechas son fáciles de adivinar.

strength-warning-one-word = Una sola palabra es fácil de adivinar.

strength-warning-names = Los nombres son fáciles de adivinar.

strength-advice-few-words = Unas pocas palabras sin relación entre sí son difíciles de adivinar.

strength-advice-no-symbols = No hacen falta signos especiales, solo longitud.

strength-advice-another-word = Añada una o dos palabras, mejor poco comunes.

strength-advice-capitals = Las mayúsculas ayudan poco.

strength-advice-reversed = Las palabras escritas al revés ayudan poco.

strength-advice-substitutions = Los signos en lugar de letras, como @ por a, ayudan poco.

strength-advice-keys = Use más teclas y cambie más a menudo de dirección.

strength-advice-repeats = Evite palabras y letras repetidas.

strength-advice-sequences = Evite secuencias.

strength-advice-dates = Evite años y fechas, sobre todo los suyos.
