### Signing in with an access token made in the Data Studio.

access-token-title = Usar um token de acesso

access-token-window = Token de acesso

access-token-token = Token de acesso

access-token-where = No Data Studio, abra sua própria página de usuário, gere um token lá, salve a página e cole o token aqui.

access-token-means = Ele não expira sozinho, e quem o tem age em seu nome. Sair aqui só o esquece neste computador; para encerrá-lo, remova-o na mesma página.

access-token-submit = Verificar e guardar

access-token-busy = Verificando o token…
