### Making an account where a project lets anybody do so.

register-title = Cadastrar-se
    .lead = Você cria sua própria conta em { $host }.

register-submit = Cadastrar-se

register-busy = Cadastrando…

register-signing-in = Entrando…

register-forbidden = Este projeto não deixa este endereço se cadastrar.
    .hint = Talvez ele só aceite endereços da própria organização, ou nenhuma conta nova. Pergunte a um administrador do projeto.

register-waiting = Veja seu e-mail

register-neutral = Se { $email } ainda não tem conta em { $host }, um e-mail para confirmar o endereço está a caminho.

register-click = Clique no link dele, e esta janela aparece. Se nada acontecer, copie o link e cole-o abaixo.

register-server = Clique no link dele: o servidor confirma seu endereço. Ou copie o link e cole-o abaixo.

register-sign-in = Já confirmei: entrar

register-known = Este endereço talvez já tenha uma conta.
    .hint = Entre com a senha dela, ou peça um link para definir uma nova.
