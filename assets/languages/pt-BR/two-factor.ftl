### Setting up a second factor, and taking it away.

two-factor-title = Autenticação de dois fatores
    .lead = Depois da sua senha, o acesso passa a pedir um código de seis dígitos de um aplicativo autenticador. Digite sua senha para começar.

two-factor-lead-provider = O acesso passa a pedir também um código de seis dígitos de um aplicativo autenticador.

two-factor-begin = Continuar

two-factor-beginning = Um momento…

two-factor-wrong-password = Esta não é a sua senha.

two-factor-scan = Escaneie este código
    .lead = Escaneie-o com seu aplicativo autenticador, ou digite a chave nele. Depois digite os seis dígitos que o aplicativo mostra.

two-factor-key = Chave

two-factor-copy = Copiar a chave

two-factor-copied = Copiada por 45 segundos

two-factor-code = Código

two-factor-code-empty = Digite o código.

two-factor-code-wrong = O código não foi aceito. Espere o próximo; se ele também for recusado, confira o relógio deste computador e o do telefone.

two-factor-enable = Ativar

two-factor-enabling = Ativando…

two-factor-off-title = Desativar a autenticação de dois fatores
    .lead = O acesso passa a pedir só a sua senha. Digite um código do seu aplicativo autenticador para desativá-la.

two-factor-disable = Desativar

two-factor-disabling = Desativando…

two-factor-is-on = A autenticação de dois fatores está ativada.
    .hint = Guarde a chave em lugar seguro: sem o aplicativo, só um administrador pode deixar você entrar de novo.

two-factor-is-off = A autenticação de dois fatores está desativada.
