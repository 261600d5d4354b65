### Setting the password a link is for.

new-password-title = Definir uma nova senha

new-password-invite-title = Boas-vindas: escolha uma senha

new-password-verify-title = Confirmar seu endereço
    .lead = Isto confirma o e-mail com que você se cadastrou.

new-password-window = Nova senha

new-password-account = Conta (segundo o link)

new-password-account-unknown = O link não a informa

new-password-new = Nova senha

new-password-repeat = Repita

new-password-empty = Digite uma nova senha.

new-password-different = As duas não são iguais.

new-password-rules = As regras do servidor não permitem esta senha. Tente uma mais longa que misture letras, dígitos e sinais.

new-password-set = Definir a senha

new-password-setting = Definindo…

new-password-confirm = Confirmar

new-password-confirming = Confirmando…

new-password-placing = Procurando a que instância este link pertence…

new-password-choose = Para qual instância é este link?
    .lead = O link combina com mais de uma das suas instâncias. Nada foi enviado ainda.

new-password-unusable = Este link não pode ser usado

new-password-new-link = Enviar um novo link

new-password-ask-again = Peça a quem convidou você que envie o convite de novo.

new-password-register-again = Cadastre-se de novo, ou pergunte a um administrador do projeto.

new-password-confirmed-or-not-whole = Este endereço já foi confirmado, ou o link não está inteiro.

new-password-try-to-sign-in = Tente entrar.

new-password-sign-in = Entrar

new-password-close = Fechar

new-password-sent-to = A senha é enviada a esta instância e a nenhum outro lugar.
