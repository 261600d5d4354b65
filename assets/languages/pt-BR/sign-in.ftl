### Signing in.

sign-in-title = Entrar

sign-in-busy = Entrando…

sign-in-forgot = Esqueceu a senha?

sign-in-code-title = Código de uso único
    .lead = Digite os seis dígitos que seu aplicativo autenticador mostra para esta conta.

sign-in-code = Código

sign-in-code-empty = Digite o código.

sign-in-code-clock = O código não foi aceito. Espere o próximo; se ele também for recusado, confira o relógio deste computador e o do telefone.

sign-in-code-submit = Continuar

sign-in-code-other = Usar outra conta

sign-in-other-way = Entrar de outra forma

sign-in-no-form = Esta instância não aceita senha.
    .hint = Ela também não oferece outra forma. Pergunte ao administrador como entrar lá.

sign-in-or = ou

sign-in-with = Entrar com

sign-in-own = E-mail

sign-in-identifier = Identificador

sign-in-identifier-empty = Digite seu identificador.

sign-in-identifier-wrong = O identificador ou a senha está incorreto.

sign-in-identifier-malformed = O servidor não aceita este identificador.

sign-in-log-in-with = Entrar com { $label }

sign-in-provider-code-lead = { $label } deixou você entrar, e { $host } também pede seu próprio código. Digite os seis dígitos que seu aplicativo autenticador mostra para { $host }; o navegador então dá mais uma volta.

sign-in-blocked = Espere { $time }

sign-in-password-set = Sua nova senha está definida.
    .hint = Entre com ela. Todos os outros dispositivos foram desconectados.

sign-in-invited = Sua conta está pronta.
    .hint = Entre com a senha que você acabou de escolher.

sign-in-verified = Seu endereço está confirmado.

sign-in-signed-out = Você saiu.

sign-in-signed-out-here = Você saiu apenas neste computador.
    .hint = Não foi possível avisar o servidor. Lá a sessão termina sozinha, após 7 dias na maioria dos servidores. Definir uma nova senha a encerra na hora.

sign-in-token-gone = O token de acesso não está mais guardado aqui.

sign-in-token-stays = Ele ainda funciona. Para encerrá-lo, remova-o na página do usuário no Data Studio.

sign-in-use-token = Usar um token de acesso

sign-in-nothing = Ninguém estava conectado aqui.

sign-in-note-from = De { $project }

sign-in-note-more = Mostrar a nota inteira

sign-in-note-less = Mostrar menos

sign-in-sign-up = Ainda sem conta? Cadastrar-se

sign-in-continue-title = Você já está conectado

sign-in-continue-as = Continuar como { $name }

sign-in-somebody-else = Entrar como outra pessoa
    .hint = Outro acesso toma o lugar deste.

sign-in-password-changed = Sua senha foi trocada.
