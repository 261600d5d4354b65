### How hard a new password is to guess.

strength-very-weak = Muito fraca

strength-weak = Fraca

strength-fair = Razoável

strength-good = Boa

strength-strong = Forte

strength-warning-keys = Teclas vizinhas são fáceis de adivinhar.

strength-warning-repeats = Letras repetidas são fáceis de adivinhar.

strength-warning-repeated-words = Repetir uma palavra quase não a torna mais difícil de adivinhar.

strength-warning-common = Muita gente usa esta, então ela é tentada primeiro.

strength-warning-similar = Ela se parece com uma que muita gente usa.

strength-warning-sequences = Sequências como abc ou 6543 são fáceis de adivinhar.

strength-warning-years = Anos são fáceis de adivinhar.

strength-warning-dates = Datas são fáceis de adivinhar.

strength-warning-one-word = Uma palavra sozinha é fácil de adivinhar.

strength-warning-names = Nomes são fáceis de adivinhar.

strength-advice-few-words = Algumas palavras sem relação entre si são difíceis de adivinhar.

strength-advice-no-symbols = Não precisa de sinais especiais, só de comprimento.

strength-advice-another-word = Acrescente uma ou duas palavras, de preferência incomuns.

strength-advice-capitals = Letras maiúsculas ajudam pouco.

strength-advice-reversed = Palavras escritas ao contrário ajudam pouco.

strength-advice-substitutions = Sinais no lugar de letras, como @ por a, ajudam pouco.

strength-advice-keys = Use mais teclas e mude mais vezes de direção.

strength-advice-repeats = Evite palavras e letras repetidas.

strength-advice-sequences = Evite sequências.

strength-advice-dates = Evite anos e datas, principalmente os seus.
