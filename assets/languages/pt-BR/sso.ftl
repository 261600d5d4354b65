### Signing in through the browser.

sso-window = Entrar pelo navegador

sso-asking = Preparando…
    .lead = Perguntando a { $host } como um acesso com { $label } volta para este computador.

sso-waiting = Continue no seu navegador
    .lead = Entre em { $host } com { $label } lá. Esta janela aparece sozinha quando estiver pronto.

sso-runs-out = Uma página do provedor pode expirar antes, muitas vezes em cinco minutos. Nesse caso, abra-a de novo.

sso-open-again = Abrir de novo

sso-copy = Copiar o endereço

sso-copied = Copiado

sso-keep = Continuar esperando

sso-cancel = Cancelar

sso-no-browser = Não foi possível abrir um navegador.
    .hint = Copie o endereço e abra-o em um navegador neste computador. O Latchkey está esperando.

sso-address = Endereço

sso-reported = Falhou no navegador?
    .lead = Se a página lá diz que não deu certo, tente de novo: começa do início com o mesmo provedor. Se você ainda está entrando, é só continuar lá.

sso-reported-code-lead = Se a página de acesso apareceu de novo, digite o código do seu aplicativo autenticador e dê mais uma volta. Se você ainda está entrando, é só continuar lá.

sso-over = O tempo acabou
    .lead = Ninguém voltou do navegador a tempo. Nada foi alterado, e a página lá não serve mais.

sso-copy-lines = Copiar para o administrador

sso-lines = Para o administrador

sso-time-left = Esperando · faltam { $time }

sso-unverified-error = O servidor pode ter informado: { $what }
    .hint = Chegou sem prova, então o Latchkey continua esperando.

sso-no-way = Nada foi aberto

sso-finishing = Entrando…
    .lead = Seu navegador voltou. A sessão está sendo buscada e guardada.

sso-enter-code = Digitar um código
