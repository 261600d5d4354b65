### The settings of one instance.

instance-title = Configurações desta instância

instance-name = Nome na sua lista

instance-address = Endereço

instance-http = Este endereço não é criptografado. Você concordou com isso ao adicioná-lo.

instance-http-hint = Qualquer pessoa no caminho poderia ler sua senha. Melhor: peça um endereço https, adicione-o e remova este.

instance-proxy = Proxy

instance-proxy-system = Sistema

instance-proxy-none = Nenhum

instance-proxy-own = Próprio

instance-proxy-address = Endereço do proxy

instance-proxy-example = http://proxy.example.com:3128

instance-proxy-hint = Um proxy HTTP sem nome nem senha.

instance-proxy-credentials = Um nome e uma senha ficariam aqui em um arquivo. Deixe-os de fora e configure esse proxy no sistema.

instance-proxy-scheme = Aqui só funcionam proxies HTTP. Endereços com https passam por eles do mesmo jeito.

instance-proxy-form = Este não é o endereço de um proxy. Ele se parece com http://proxy.example.com:3128.

instance-ca-file = Autoridade certificadora própria

instance-ca-file-example = /etc/ssl/certs/own.pem

instance-ca-file-hint = Um arquivo PEM, confiável só para esta instância. Vazio: as autoridades do sistema.

instance-ca-file-relative = Informe o caminho completo, desde a raiz do sistema de arquivos.

instance-browser = Entrar pelo navegador

instance-ports = Portas neste computador

instance-ports-example = 28517, 28518, 28519

instance-ports-hint = Como seu administrador as pôs na lista do servidor. Vazio: as de sempre.

instance-ports-form = Portas são números até 65535, separados por vírgulas.

instance-ports-count = Três portas bastam. Deixe as outras de fora.

instance-ports-privileged = Portas abaixo de 1024 são do sistema. Escolha outras, as mesmas do servidor.

instance-ports-twice = Uma porta aparece duas vezes. Informe cada uma só uma vez.

instance-relay = O servidor lista a primeira porta em AUTH_ALLOWED_PUBLIC_URLS

instance-save = Salvar

instance-saving = Salvando…

instance-saved = Salvo.

instance-remove = Remover da lista
