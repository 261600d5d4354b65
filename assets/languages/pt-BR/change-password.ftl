### A new password for the account that is signed in.

change-password-title = Trocar a senha
    .lead = Com isso todos os dispositivos são desconectados, este também: depois você entra com a nova senha.

change-password-account = Conta

change-password-submit = Trocar a senha

change-password-busy = Trocando…

change-password-forbidden = Neste servidor, só administradores trocam uma senha aqui.
    .hint = Um link por e-mail serve para qualquer conta.

change-password-mail = Enviar um link para mim
