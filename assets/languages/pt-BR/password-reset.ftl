### Asking for the mail, and waiting for it.

password-reset-title = Esqueceu sua senha?
    .lead = Digite o e-mail da sua conta. Você recebe um e-mail com um link para definir uma nova.

password-reset-window = Senha esquecida

password-reset-send = Enviar o link

password-reset-sending = Enviando…

password-reset-have-link = Já tenho um link

password-reset-waiting = Veja seu e-mail

password-reset-paste-title = Cole seu link
    .lead = Copie o link do e-mail e cole-o aqui. O token sozinho também serve.

password-reset-click = Clique no link dele, e esta janela aparece. Se nada acontecer, copie o link e cole-o abaixo.

password-reset-bridge = O link abre uma página no navegador: escolha lá “Open in Latchkey”, e esta janela aparece. Se nada acontecer, copie o link e cole-o abaixo.

password-reset-studio = O link abre o Data Studio. Para terminar aqui, copie o link do e-mail e cole-o abaixo.

password-reset-link = Link do e-mail

password-reset-open-link = Abrir o link

password-reset-link-example = Cole-o aqui

password-reset-not-coming = Não chega

password-reset-hide-reasons = Ocultar os motivos

password-reset-not-ours = Os links dos e-mails ainda não abrem o Latchkey neste computador.

password-reset-register = Deixar o Latchkey abri-los

password-reset-not-registered = O sistema não deixa o Latchkey abrir estes links.
    .hint = Copie o link do e-mail e cole-o abaixo.

password-reset-line = Para o administrador, para que o link do e-mail abra o Latchkey

password-reset-copy-line = Copiar a linha

password-reset-copied = Copiado

password-reset-again = Enviar de novo

password-reset-again-in = Enviar de novo em { $time }

password-reset-neutral = Se { $email } tem em { $host } uma conta cuja senha pode ser redefinida, um e-mail está a caminho.

password-reset-reason-1 = Pode levar alguns minutos, e ele pode estar na pasta de spam.

password-reset-reason-2 = A conta pode usar outro e-mail.

password-reset-reason-3 = A conta pode entrar por login único: a senha dela é definida nesse provedor.

password-reset-reason-4 = A conta pode estar suspensa, ou o servidor pode não conseguir enviar e-mails. O administrador sabe.
