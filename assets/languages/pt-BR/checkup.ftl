### Looking an instance and this computer over.

checkup-link = Verificar esta instância

checkup-window = Verificação

checkup-lead = O que o servidor e este computador permitem, e o que conserta o resto. Nada é alterado, e ninguém recebe um e-mail.

checkup-busy = Verificando…

checkup-busy-lead = O servidor, suas formas de entrar, seu chaveiro e os links dos e-mails. Leva no máximo meio minuto.

checkup-again = Verificar de novo

checkup-server = O servidor

checkup-computer = Este computador

checkup-all-fine = Tudo está como deve.

checkup-copy = Copiar

checkup-copied = Copiado

checkup-warning = poderia ser melhor

checkup-failed = precisa de conserto

checkup-to-mend =
    { $count ->
        [one] Uma coisa pode ser consertada.
       *[other] { $count } coisas podem ser consertadas.
    }
