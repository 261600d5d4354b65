### Looking an instance and this computer over.

doctor-link = Verificar esta instância

doctor-window = Verificação

doctor-lead = O que o servidor e este computador permitem, e o que conserta o resto. Nada é alterado, e ninguém recebe um e-mail.

doctor-busy = Verificando…

doctor-busy-lead = O servidor, suas formas de entrar, seu chaveiro e os links dos e-mails. Leva no máximo meio minuto.

doctor-again = Verificar de novo

doctor-server = O servidor

doctor-computer = Este computador

doctor-all-fine = Tudo está como deve.

doctor-copy = Copiar

doctor-copied = Copiado

doctor-warning = poderia ser melhor

doctor-failed = precisa de conserto

doctor-to-mend =
    { $count ->
        [one] Uma coisa pode ser consertada.
       *[other] { $count } coisas podem ser consertadas.
    }

### What was found when an instance and this computer were looked over.

doctor-skipped = Não foi visto, porque algo antes falhou.

doctor-reachable-title = Conexão

doctor-reachable = { $host } responde.

doctor-tls-title = Criptografia

doctor-tls = Por TLS, com um certificado em que este computador confia.

doctor-tls-own-authority = Por TLS, com as autoridades certificadoras deste computador e do arquivo próprio desta instância.

doctor-tls-same-machine = Nenhuma, e nenhuma é necessária: o que é enviado não sai deste computador.

doctor-tls-none = O que é enviado a { $host } não é criptografado: outros na rede podem ler e alterar, inclusive senhas.

doctor-tls-none-fix = Peça a um administrador que ofereça o servidor por https e adicione-o de novo por esse endereço.

doctor-tls-trust = Se é seu próprio servidor, peça ao administrador o certificado da autoridade, compare a impressão digital e adicione a instância de novo com esse arquivo. Em uma rede estranha, alguém pode estar lendo.

doctor-clock-title = Relógio

doctor-clock-untold = Não se sabe: o servidor não informou a hora.

doctor-clock-agrees = Este computador e o servidor concordam, com menos de um minuto de diferença.

doctor-clock-ahead = O relógio deste computador está { $time } adiantado em relação ao do servidor. Códigos de uso único e a vida dos tokens dependem dos dois.

doctor-clock-behind = O relógio deste computador está { $time } atrasado em relação ao do servidor. Códigos de uso único e a vida dos tokens dependem dos dois.

doctor-directus-title = Directus

doctor-directus-eleven = O Directus 11 responde.

doctor-directus-twelve-unlicensed = O Directus 12 responde, sem licença.

doctor-directus-twelve = O Directus 12 responde.

doctor-directus-unknown = O Directus responde, de uma geração que este Latchkey não conhece.

doctor-directus-down-fix = Tente de novo daqui a pouco: o servidor atrás do proxy está parado, iniciando ou em manutenção.

doctor-reset-link-title = E-mail para uma senha esquecida

doctor-reset-link-untold = Não se sabe: este servidor só diz quando um e-mail é pedido, como o Directus antes da 11.14.1.

doctor-reset-link-bridge = O link leva a uma página que oferece o Latchkey e o navegador; funciona em todos os programas de e-mail.

doctor-reset-link-scheme = O link abre o Latchkey. Onde um programa de e-mail não deixa clicar, ele pode ser colado.

doctor-reset-link-studio = O link abre o Data Studio. Ele pode ser colado no Latchkey; para que um clique abra o Latchkey, um administrador acrescenta isto ao ambiente do servidor (ao que a lista já contém) e reinicia o Directus.

doctor-sign-in-title = Formas de entrar

doctor-sign-in-own = e-mail e senha

doctor-sign-in-ways = { $ways }.

doctor-sign-in-none = Nenhuma: entrar com e-mail e senha está desativado, e nenhum provedor é oferecido. Um administrador define isto e reinicia o Directus.

doctor-sign-in-licence = O Directus 12 oferece provedores só com uma licença que os inclua.

doctor-sso-route-title = Acesso com { $provider }

doctor-sso-route-ldap = Com o nome e a senha do diretório (LDAP); nenhum navegador é necessário.

doctor-sso-route-password = Com um nome e uma senha; nenhum navegador é necessário.

doctor-sso-route-unknown = Este Latchkey não conhece acessos do tipo “{ $driver }”.

doctor-sso-route-hand-off = O navegador o entrega ao Latchkey, pela extensão do servidor.

doctor-sso-route-same-host = A instância está neste computador, e o navegador pode voltar ao Latchkey.

doctor-sso-route-relay = A resposta do provedor chega ao Latchkey, que a repassa ao servidor.

doctor-companion-title = Extensão para o Latchkey

doctor-companion-answers = directus-extension-latchkey responde.

doctor-companion-needed = Um acesso por um provedor precisa dela para voltar a este computador.

doctor-companion-useful = Nenhum provedor precisa dela aqui; com ela os links dos e-mails funcionariam em todos os programas de e-mail.

doctor-companion-absent = directus-extension-latchkey não está instalada. { $why } Um administrador executa isto no diretório em que o Directus inicia e reinicia o Directus.

doctor-companion-unfinished = directus-extension-latchkey está instalada, mas não está pronta. Ela diz: “{ $words }”

doctor-companion-unfinished-fix = Peça a um administrador que reinicie o Directus.

doctor-keyring-title = Chaveiro

doctor-keyring-unnamed = O chaveiro

doctor-keyring-keeps = { $name } guarda o que recebe.

doctor-keyring-locked-fix = Desbloqueie-o no gerenciador de senhas do seu sistema (Senhas e chaves, KWalletManager, KeePassXC). Ninguém é desconectado por isso: o que ele guarda só não está à mão.

doctor-keyring-denied-fix = Tente de novo quando quiser desbloqueá-lo. Ninguém é desconectado por isso.

doctor-keyring-unavailable-fix = Instale e inicie um que ofereça o Secret Service: gnome-keyring, KWallet, ou KeePassXC com o Secret Service ativado. Até lá, um acesso dura só enquanto a janela está aberta.

doctor-keyring-timed-out-fix = Veja se ele pede a senha em outra janela; se não, reinicie-o, por exemplo saindo da área de trabalho e entrando de novo.

doctor-scheme-title = Links dos e-mails

doctor-scheme-ours = Um clique em um deles abre este Latchkey.

doctor-scheme-unknown = Não dá para dizer quem os abre: { $reason }.

doctor-scheme-nobody = Um clique em um deles não faz nada; ainda assim ele pode ser colado.

doctor-scheme-gone = Um clique em um deles não faz nada: { $program } deveria abri-lo e não está mais lá.

doctor-scheme-other = Um clique em um deles abre outro programa, ou outra cópia deste: { $program }.
