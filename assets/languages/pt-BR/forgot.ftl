### Asking for the mail, and waiting for it.

forgot-title = Esqueceu sua senha?

forgot-window = Senha esquecida

forgot-lead = Digite o e-mail da sua conta. Você recebe um e-mail com um link para definir uma nova.

forgot-send = Enviar o link

forgot-sending = Enviando…

forgot-have-link = Já tenho um link

forgot-waiting = Veja seu e-mail

forgot-paste-title = Cole seu link

forgot-paste-lead = Copie o link do e-mail e cole-o aqui. O token sozinho também serve.

forgot-click = Clique no link dele, e esta janela aparece. Se nada acontecer, copie o link e cole-o abaixo.

forgot-bridge = O link abre uma página no navegador: escolha lá “Open in Latchkey”, e esta janela aparece. Se nada acontecer, copie o link e cole-o abaixo.

forgot-studio = O link abre o Data Studio. Para terminar aqui, copie o link do e-mail e cole-o abaixo.

forgot-link = Link do e-mail

forgot-open-link = Abrir o link

forgot-link-example = Cole-o aqui

forgot-not-coming = Não chega

forgot-hide-reasons = Ocultar os motivos

forgot-not-ours = Os links dos e-mails ainda não abrem o Latchkey neste computador.

forgot-register = Deixar o Latchkey abri-los

forgot-not-registered = O sistema não deixa o Latchkey abrir estes links.

forgot-not-registered-hint = Copie o link do e-mail e cole-o abaixo.

forgot-line = Para o administrador, para que o link do e-mail abra o Latchkey

forgot-copy-line = Copiar a linha

forgot-copied = Copiado

forgot-again = Enviar de novo

forgot-again-in = Enviar de novo em { $time }

forgot-neutral = Se { $email } tem em { $host } uma conta cuja senha pode ser redefinida, um e-mail está a caminho.

forgot-reason-1 = Pode levar alguns minutos, e ele pode estar na pasta de spam.

forgot-reason-2 = A conta pode usar outro e-mail.

forgot-reason-3 = A conta pode entrar por login único: a senha dela é definida nesse provedor.

forgot-reason-4 = A conta pode estar suspensa, ou o servidor pode não conseguir enviar e-mails. O administrador sabe.
