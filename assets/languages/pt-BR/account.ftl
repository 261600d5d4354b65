### The account that is signed in.

account-title = Conectado

account-window = Conta

account-checking = Verificando seu acesso…

account-instance = Instância

account-kept = Sessão guardada

account-access = Token de acesso

account-in-keyring = No chaveiro deste computador

account-in-memory = Só até você fechar o Latchkey

account-memory-title = Este acesso não está salvo.

account-no-access = Renovado quando necessário

account-static = Criado no Data Studio, sem fim. Sair só o esquece aqui.

account-unconfirmed = Ainda conectado, mas não dá para alcançar o servidor.

account-not-confirmed = Ainda conectado, pelo que este computador sabe; o servidor não confirmou.

account-tfa = Este projeto pede autenticação de dois fatores.
    .hint = Configure-a no Data Studio.

account-sign-out = Sair

account-signing-out = Saindo…

account-unchecked = Não foi possível verificar seu acesso

account-trouble = Seu chaveiro é necessário
    .lead = É no chaveiro que fica guardado se você está conectado aqui.

account-damaged = Não dá para ler o acesso salvo
    .lead = Ele foi deixado como está. Entrar de novo o substitui.

account-sign-in-again = Entrar de novo

account-valid-until = Válido até { $time }

account-copy-token = Copiar o token de acesso

account-copying = Obtendo um token…

account-copied-until = Copiado; válido até { $time }. A área de transferência é limpa em 45 segundos.

account-copied = Copiado. A área de transferência é limpa em 45 segundos.

account-cleared = O token copiado não está mais na área de transferência.

account-own = Sua conta

account-change-password = Trocar a senha

account-two-factor-on = Configurar a autenticação de dois fatores

account-two-factor-off = Desativar a autenticação de dois fatores

account-recent = Acessos recentes

account-program-on = { $program } no { $system }
