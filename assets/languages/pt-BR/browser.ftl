### Signing in through the browser.

browser-window = Entrar pelo navegador

browser-asking = Preparando…

browser-waiting = Continue no seu navegador

browser-runs-out = Uma página do provedor pode expirar antes, muitas vezes em cinco minutos. Nesse caso, abra-a de novo.

browser-open-again = Abrir de novo

browser-copy = Copiar o endereço

browser-copied = Copiado

browser-keep = Continuar esperando

browser-cancel = Cancelar

browser-no-browser = Não foi possível abrir um navegador.

browser-no-browser-hint = Copie o endereço e abra-o em um navegador neste computador. O Latchkey está esperando.

browser-address = Endereço

browser-hearsay-hint = Chegou sem prova, então o Latchkey continua esperando.

browser-reported = Falhou no navegador?

browser-reported-lead = Se a página lá diz que não deu certo, tente de novo: começa do início com o mesmo provedor. Se você ainda está entrando, é só continuar lá.

browser-reported-code-lead = Se a página de acesso apareceu de novo, digite o código do seu aplicativo autenticador e dê mais uma volta. Se você ainda está entrando, é só continuar lá.

browser-over = O tempo acabou

browser-over-lead = Ninguém voltou do navegador a tempo. Nada foi alterado, e a página lá não serve mais.

browser-copy-lines = Copiar para o administrador

browser-lines = Para o administrador

browser-asking-lead = Perguntando a { $host } como um acesso com { $label } volta para este computador.

browser-waiting-lead = Entre em { $host } com { $label } lá. Esta janela aparece sozinha quando estiver pronto.

browser-time-left = Esperando · faltam { $time }

browser-hearsay = O servidor pode ter informado: { $what }

browser-no-way = Nada foi aberto

browser-finishing = Entrando…

browser-finishing-lead = Seu navegador voltou. A sessão está sendo buscada e guardada.

browser-enter-code = Digitar um código
