### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = Esta instância foi removida nesse meio-tempo.
    .hint = Adicione-a de novo se ainda precisar dela.

error-not-signed-in = Ninguém está conectado aqui.
    .hint = Entre primeiro.

error-short-lived = Os tokens de acesso deste servidor vivem só { $lifetime }.
    .hint = Peça uma validade menor.

error-ca-file = Não dá para ler o arquivo de certificado { $path }.
    .hint = Confira se o arquivo existe e contém um certificado no formato PEM.

error-settings-file = Não dá para ler o arquivo { $path }.
    .hint = Dê um arquivo de texto, como .env ou directus.config.json.

error-access-token-refused = O servidor não conhece este token de acesso. Nada foi guardado.
    .hint = Copie-o mais uma vez da página do usuário no Data Studio, e salve essa página antes.

error-already-kept = Você já tem esta instância, como “{ $name }”.
    .hint = Abra-a pela lista de instâncias.

error-foreign-link = Este link não pertence a nenhuma das suas instâncias. Nada foi enviado.
    .hint = Se você conhece o servidor que o enviou e confia nele, adicione essa instância primeiro e abra o link de novo.

error-several-for-link = Este link poderia pertencer a mais de uma das suas instâncias.
    .hint = Escolha a instância que enviou o e-mail a você.

error-other-link = Este link é para outra coisa.
    .hint = Abra-o clicando nele no e-mail.

error-overtaken = Outra entrada ou saída começou antes da resposta a esta, e tomou o lugar dela.
    .hint = Se você queria esta, entre de novo.

error-no-random = O sistema não deu números aleatórios.

error-internal = O Latchkey perdeu o fio do próprio trabalho.
    .hint = Tente de novo; se acontecer duas vezes, informe, por favor.

error-session-ended = A sessão foi encerrada no servidor.
    .hint = Entre de novo. Isso acontece depois de sair em outro lugar, depois de redefinir a senha ou depois de muito tempo sem uso.

error-session-cut-off = A última renovação desta sessão foi cortada, então ela não pode continuar.
    .hint = Entre de novo. O servidor a tinha renovado, mas a resposta não chegou aqui ou não pôde ser guardada.

error-user-suspended = Esta conta está suspensa.
    .hint = Só um administrador do projeto pode mudar isso.

error-access-token-ended = O servidor não aceita mais o token de acesso guardado aqui.
    .hint = Ele foi removido ou substituído no Data Studio, ou a conta dele foi suspensa. Entre de novo.

error-provider-refused = O provedor não responde mais por esta sessão.
    .hint = Entre de novo pelo provedor.

error-resource-restricted = A licença deste projeto não deixa esta conta entrar no momento.
    .hint = Pergunte a um administrador do projeto.

error-address-empty = Digite o endereço de um Directus.
    .hint = Por exemplo cms.example.com

error-address-malformed = Este não é um endereço que o Latchkey consiga ler.
    .hint = Copie-o do navegador enquanto o Data Studio está aberto.

error-address-scheme = Um endereço começa com https://, não com { $scheme }:.

error-address-userinfo = O endereço contém um nome de usuário ou uma senha antes do @.
    .hint = Deixe essa parte de fora; o Latchkey pergunta por eles quando você entra.

error-address-plain-http = { $host } seria usado sem criptografia: qualquer pessoa no caminho poderia ler sua senha.
    .hint = Use https://, ou permita http para este endereço se você aceita isso.

error-link-empty = Ainda não há um link aqui.

error-link-too-long = Isto é longo demais para ser um dos nossos links.

error-link-characters = Este link contém caracteres que nenhum link verdadeiro tem.

error-link-malformed = Não há link nem token neste texto.

error-link-scheme = Este link pertence a outro programa.

error-link-unknown = Esta versão do Latchkey não conhece este tipo de link.

error-link-key = Este link contém algo que não deveria estar nele.

error-link-no-token = Este link não está completo: falta o token.

error-link-profile = Este link indica uma instância de um modo que o Latchkey não conhece.

error-link-hint = Copie o link inteiro do e-mail, do primeiro ao último caractere.

error-no-profile = Não há um perfil “{ $text }”.
    .hint = `latchkey profiles` os lista; `latchkey add ADDRESS` adiciona um.

error-several-profiles = “{ $text }” combina com mais de um perfil: { $names }.
    .hint = Use o nome daquele que você quer.

error-interrupted = A conexão com { $host } terminou antes da resposta, então não se sabe se deu certo.
    .hint = Tente de novo quando quiser; nada é repetido sozinho.

error-timed-out = { $host } não respondeu a tempo.
    .hint = Tente de novo em um instante.

error-proxy-credentials = O proxy desta rede pede um nome e uma senha.
    .hint = Defina HTTPS_PROXY com eles, ou pergunte a quem cuida da rede.

error-not-directus = Algo responde em { $host }, mas não como o Directus.
    .hint = Confira o endereço e o subcaminho. Um proxy, uma página de manutenção ou uma página de acesso na frente do servidor também parece assim.

error-redirected = { $host } nos manda para { $to }. O Latchkey não segue ninguém com sua senha.
    .hint = Se esse endereço está certo, adicione-o como instância. A página de acesso de uma rede também parece assim: abra-a primeiro no navegador.

error-too-large = A resposta de { $host } é grande demais.
    .hint = Confira o endereço; um Directus não faz isso.

error-setup = Não foi possível preparar a conexão.
    .hint = Confira o arquivo de certificado desta instância, se houver, e se os certificados do sistema estão instalados (ca-certificates).

error-unreachable-refused = Nada responde em { $host }.
    .hint = O servidor está em execução, e a porta está certa?

error-unreachable-name = O nome { $host } não é conhecido.
    .hint = Confira a grafia, sua conexão e, para servidores de empresas, a VPN.

error-unreachable-no-route = Não há caminho desta rede até { $host }.
    .hint = Confira sua conexão e, para servidores de empresas, a VPN.

error-unreachable-no-answer = { $host } não responde.
    .hint = Confira sua conexão e tente de novo.

error-unreachable-other = Não dá para alcançar { $host }.

error-tls-expired = O certificado de { $host } não é válido hoje.
    .hint = Confira a data e a hora deste computador; se estiverem certas, avise o administrador do servidor.

error-tls-wrong-host = { $host } mostra um certificado feito para outro nome.
    .hint = Confira o endereço; se estiver certo, avise o administrador do servidor.

error-tls-self-signed = { $host } assinou o próprio certificado, então ninguém responde por ele.
    .hint = Se é seu próprio servidor, dê o certificado dele ao Latchkey: `latchkey add ADDRESS --ca-file FILE.pem`.

error-tls-unknown-authority = O certificado de { $host } vem de uma autoridade que este computador não conhece.
    .hint = Se sua empresa tem a própria autoridade, dê o certificado dela ao Latchkey: `latchkey add ADDRESS --ca-file FILE.pem`. Em uma rede estranha, alguém pode estar lendo.

error-tls-revoked = O certificado de { $host } foi revogado.
    .hint = Não entre; avise o administrador do servidor.

error-tls-not-tls = { $host } não fala https nesta porta.
    .hint = Confira a porta, ou pergunte ao administrador do servidor.

error-tls-other = Não houve conexão segura com { $host }.
    .hint = Tente de novo; se continuar assim, avise o administrador do servidor.

error-invalid-credentials = O e-mail ou a senha está incorreto.
    .hint = Muitas tentativas erradas suspendem uma conta. Se você costuma entrar por um provedor, esta conta não tem senha aqui.

error-invalid-otp = É preciso um código de uso único, ou este não estava certo.
    .hint = Digite o código atual do seu aplicativo autenticador; se for recusado de novo, confira o relógio deste computador e o do telefone.

error-token-expired = Isto expirou.
    .hint = Peça um novo link, ou entre de novo.

error-invalid-token = O servidor não conhece este token.

error-forbidden = O servidor não permite isto.
    .hint = Pergunte a um administrador do projeto se você acha que deveria.

error-invalid-payload = O servidor não aceita o que foi digitado.
    .hint = Confira o e-mail e tente de novo.

error-failed-validation = As regras do servidor não permitem esta senha.
    .hint = Tente uma mais longa que misture letras, dígitos e sinais. O link continua valendo.

error-invalid-invite = Este convite já foi aceito.
    .hint = Entre; se não sabe a senha, redefina-a.

error-invalid-provider = Esta conta entra de outra forma.
    .hint = Use o provedor com que ela foi criada.

error-route-not-found = Este servidor não oferece esta forma de entrar.
    .hint = As configurações dele podem ter mudado: volte e olhe de novo.

error-requests-exceeded = O servidor pede que vamos mais devagar.
    .hint = Tente de novo em um minuto.

error-requests-exceeded-wait = Tente de novo em { $time }.

error-email-limit-exceeded = O servidor enviou e-mails demais por enquanto.
    .hint = Tente de novo mais tarde, ou pergunte a um administrador do projeto.

error-service-unavailable = O servidor não alcança algo de que precisa para isto.
    .hint = Tente de novo daqui a pouco; nada se perdeu.

error-licence-hint = Pergunte a um administrador do projeto: administradores ainda conseguem entrar.

error-project-locked = O projeto está bloqueado por causa da licença.

error-limit-exceeded = A licença deste projeto não tem lugar para mais uma conta.
    .hint = Pergunte a um administrador do projeto. O link continua valendo.

error-internal-server-error = O servidor teve uma falha interna.

error-other = O servidor recusou com o código { $code }.
    .hint = Pergunte a um administrador do projeto o que isso significa.

error-mailed-token-expired = Este link expirou.

error-mailed-invalid-token = O servidor não reconhece este link: ele está incompleto, ou outro servidor o fez.

error-mailed-forbidden = Este link já foi usado, ou a senha foi trocada depois do envio.
    .hint = Envie um novo link.

error-no-companion = Este servidor ainda não consegue entregar a programas um acesso feito no navegador.
    .hint = Peça a um administrador do projeto que instale directus-extension-latchkey e reinicie o Directus, ou entre com uma senha.

error-companion-version = A extensão Latchkey deste servidor fala outra versão que este Latchkey.
    .hint = Atualize o Latchkey; se ele estiver em dia, peça a um administrador que atualize directus-extension-latchkey.

error-redirect-not-allowed = Este servidor não deixa o navegador voltar ao Latchkey com este provedor.
    .hint = Acrescente a linha abaixo ao ambiente do servidor e reinicie o Directus, ou instale directus-extension-latchkey.

error-not-relayed = Este servidor não deixa o Latchkey receber no lugar dele a resposta deste provedor.
    .hint = Acrescente a linha abaixo ao ambiente do servidor, registre { $callback } no provedor e reinicie o Directus. Funciona com OpenID e OAuth 2.0, a partir do Directus 11.14.1, onde se alcança o servidor sem TLS na frente.

error-provider-not-offered = Este servidor não oferece este provedor.
    .hint = As configurações dele podem ter mudado: olhe a lista de novo. O Directus 12 oferece login único só com uma licença que o inclua.

error-other-address = Este servidor se chama por outro endereço que o seu, então um acesso pelo navegador não acharia o caminho de volta.
    .hint = Adicione-o pelo próprio endereço: { $address }. Se esse estiver errado, um administrador precisa corrigir PUBLIC_URL.

error-no-s256 = A extensão Latchkey deste servidor não protege o acesso como deve, então nada foi aberto.
    .hint = Peça a um administrador que atualize directus-extension-latchkey.

error-provider-name = O nome deste provedor levaria o navegador para outro lugar, então nada foi aberto.
    .hint = Avise um administrador do projeto.

error-ports-taken = Outros programas ocupam todas as portas por onde o navegador pode voltar.
    .hint = Feche outro acesso que ainda espera, ou o programa que ocupa essas portas, e tente de novo.

error-cannot-listen = O sistema não deixa o Latchkey esperar pelo navegador neste computador.
    .hint = Confira o firewall deste computador e tente de novo.

error-other-issuer = A resposta veio de outro servidor que aquele em que você entrou. Ela não foi usada.
    .hint = Tente de novo; se acontecer duas vezes, avise um administrador do projeto.

error-no-session = O navegador voltou, mas sem sessão.
    .hint = Use exatamente o endereço que o servidor tem como PUBLIC_URL: para um navegador, localhost e 127.0.0.1 são dois diferentes.

error-browser-timed-out = Ninguém voltou do navegador a tempo.
    .hint = Tente de novo quando quiser; nada foi alterado.

error-sign-in-over = Este acesso acabou.
    .hint = Comece um novo.

error-sso-invalid-otp-hint = Digite o código atual do seu aplicativo autenticador e entre de novo; se for recusado outra vez, confira o relógio deste computador e o do telefone.

error-sso-invalid-provider = A conta deste endereço entra de outra forma.
    .hint = Use o provedor ou a senha com que ela foi criada, ou peça a um administrador do projeto que mude isso.

error-sso-invalid-credentials = O acesso foi recusado ou cancelado no provedor, ou não há conta para você aqui.
    .hint = Tente de novo; se continuar assim, pergunte a um administrador do projeto.

error-sso-failed-validation = O projeto não aceita os dados que o provedor deu sobre você.
    .hint = Pergunte a um administrador do projeto: muitas vezes é o e-mail.

error-sso-service-unavailable = O servidor não alcança o provedor no momento.
    .hint = Tente de novo daqui a pouco.

error-sso-access-denied = Você disse não na página do navegador. Ninguém entrou.
    .hint = Entre de novo se não era essa a intenção.

error-sso-session-missing = O navegador voltou sem sessão.
    .hint = Se o projeto pediu que você configurasse a autenticação de dois fatores, termine isso no navegador e entre de novo.

error-sso-licence = A licença deste projeto não inclui login único.
    .hint = Pergunte a um administrador do projeto, ou entre com uma senha.

error-sso-unknown-exception = O servidor não diz por que o acesso falhou.
    .hint = Tente de novo; se continuar assim, um administrador encontra o motivo no registro do servidor.

error-sso-other = O servidor recusou o acesso com o código { $code }.

error-invalid-grant = O acesso voltou tarde demais, ou já foi usado.
    .hint = Entre de novo.

error-temporarily-unavailable = O servidor ou o provedor não consegue concluir o acesso no momento.
    .hint = Entre de novo daqui a pouco.

error-grant-refused = A extensão Latchkey deste servidor recusou o acesso.
    .hint = Entre de novo; se continuar assim, peça a um administrador que atualize directus-extension-latchkey.

error-keyring-locked = Seu chaveiro está bloqueado.
    .hint = Desbloqueie-o e tente de novo. Nada se perdeu.

error-keyring-denied = O desbloqueio do chaveiro foi recusado.
    .hint = Tente de novo quando quiser desbloqueá-lo. Nada se perdeu.

error-keyring-absent = Este computador não oferece um chaveiro para guardar um acesso com segurança.
    .hint = Inicie ou instale um (GNOME Keyring, KWallet, KeePassXC com Secret Service) e tente de novo.

error-keyring-timeout = O chaveiro não responde.
    .hint = Ele pode estar pedindo a senha em outra janela. Tente de novo depois disso.

error-keyring-refused = O chaveiro não aceita esta entrada.
    .hint = Confira-o com o gerenciador de senhas do seu sistema.

error-record-damaged = A entrada desta instância no chaveiro está danificada.
    .hint = Entre de novo para substituí-la.

error-record-newer = A entrada do chaveiro foi escrita por um Latchkey mais novo.
    .hint = Atualize o Latchkey, ou entre de novo para substituir a entrada.

error-record-origin = O acesso guardado pertence a outro endereço que o deste perfil, então não é usado.

error-access-token-hint = Crie um no Data Studio: abra a página do usuário, gere um token lá e salve.

error-access-token-empty = Não há um token de acesso.

error-access-token-malformed = Isto não é um token de acesso. Nada foi enviado.

error-access-token-short-lived = Este token acaba em minutos; é preciso um estático. Nada foi enviado.

error-no-home = O sistema não diz onde ficam seus arquivos.
    .hint = Defina LATCHKEY_CONFIG_DIR e LATCHKEY_STATE_DIR como pastas suas.

error-cannot-read = Não dá para ler { $path }.
    .hint = Confira se o arquivo pertence a você e tente de novo.

error-cannot-write = Não dá para escrever { $path }. O que havia antes está intacto.
    .hint = Confira se há espaço no disco e se a pasta pertence a você.

error-file-newer = Sua lista de instâncias foi escrita por um Latchkey mais novo, então este não a altera.
    .hint = Atualize o Latchkey.

error-busy = Outro Latchkey (processo { $process }) está ocupado com esta instância e não termina.
    .hint = Nada se perdeu. Espere um momento e tente de novo; se continuar assim, feche o outro.

error-busy-unknown = Outro Latchkey está ocupado com esta instância e não termina.
