### The settings of one instance.

profile-settings-title = Configurações desta instância

profile-settings-name = Nome na sua lista

profile-settings-address = Endereço

profile-settings-http = Este endereço não é criptografado. Você concordou com isso ao adicioná-lo.
    .hint = Qualquer pessoa no caminho poderia ler sua senha. Melhor: peça um endereço https, adicione-o e remova este.

profile-settings-proxy = Proxy

profile-settings-proxy-system = Sistema

profile-settings-proxy-none = Nenhum

profile-settings-proxy-own = Próprio

profile-settings-proxy-address = Endereço do proxy
    .hint = Um proxy HTTP sem nome nem senha.

profile-settings-proxy-example = http://proxy.example.com:3128

profile-settings-proxy-credentials = Um nome e uma senha ficariam aqui em um arquivo. Deixe-os de fora e configure esse proxy no sistema.

profile-settings-proxy-scheme = Aqui só funcionam proxies HTTP. Endereços com https passam por eles do mesmo jeito.

profile-settings-proxy-form = Este não é o endereço de um proxy. Ele se parece com http://proxy.example.com:3128.

profile-settings-ca-file = Autoridade certificadora própria
    .hint = Um arquivo PEM, confiável só para esta instância. Vazio: as autoridades do sistema.

profile-settings-ca-file-example = /etc/ssl/certs/own.pem

profile-settings-ca-file-relative = Informe o caminho completo, desde a raiz do sistema de arquivos.

profile-settings-browser = Entrar pelo navegador

profile-settings-ports = Portas neste computador
    .hint = Como seu administrador as pôs na lista do servidor. Vazio: as de sempre.

profile-settings-ports-example = 28517, 28518, 28519

profile-settings-ports-form = Portas são números até 65535, separados por vírgulas.

profile-settings-ports-count = Três portas bastam. Deixe as outras de fora.

profile-settings-ports-privileged = Portas abaixo de 1024 são do sistema. Escolha outras, as mesmas do servidor.

profile-settings-ports-twice = Uma porta aparece duas vezes. Informe cada uma só uma vez.

profile-settings-relay = O servidor lista a primeira porta em AUTH_ALLOWED_PUBLIC_URLS

profile-settings-save = Salvar

profile-settings-saving = Salvando…

profile-settings-saved = Salvo.

profile-settings-remove = Remover da lista
