### What several screens say.

common-show-details = Detalhes

common-hide-details = Ocultar detalhes

common-copy-details = Copiar detalhes

common-try-again = Tentar de novo

common-open-studio = Abrir o Data Studio

common-email = E-mail

common-email-example = voce@example.com

common-password = Senha

common-email-empty = Digite seu e-mail.

common-email-malformed = Isto ainda não é um e-mail.

common-password-empty = Digite sua senha.

common-masked = ••••••••

common-title = { $name } — { $host } — { $what }

common-no-browser = Não foi possível abrir um navegador. O endereço é: { $address }

common-plain-http = A conexão com { $host } não é criptografada.
    .hint = Outras pessoas na rede podem ler e alterar o que você envia.

common-span-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }

common-span-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }

common-span-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }

common-span-days =
    { $count ->
        [one] { $count } dia
       *[other] { $count } dias
    }

common-moment = { $day }/{ $month }/{ $year } { $time }
