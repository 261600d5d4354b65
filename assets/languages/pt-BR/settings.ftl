### What a person may choose for the whole window.

settings-title = Configurações

settings-window = Configurações — Latchkey

settings-theme = Tema

settings-theme-system = Sistema

settings-theme-light = Claro

settings-theme-dark = Escuro

settings-contrast = Contraste

settings-contrast-system = Sistema

settings-contrast-normal = Normal

settings-contrast-high = Alto

settings-text-size = Tamanho do texto

settings-text-size-percent = { $percent }%

settings-text-size-usual = Tamanho normal

settings-text-size-hint = Tudo na janela cresce junto.

settings-start = Quando o Latchkey abrir

settings-start-list = Mostrar a lista

settings-start-last = Continuar com a última instância

settings-start-hint = Quem tem uma só instância sempre a vê de imediato.

settings-language = Idioma

settings-language-system = Idioma do sistema

settings-links = Links dos e-mails

settings-links-asking = Verificando quem os abre…

settings-links-mend = Abrir com o Latchkey

settings-links-mending = Registrando…

settings-not-mended = Não foi possível fazer o Latchkey abrir os links dos e-mails.

settings-not-mended-hint = Ainda é possível colar um link na página de senha esquecida.

settings-not-kept = Sua escolha vale só até esta janela fechar.

settings-not-kept-hint = Não foi possível salvá-la. Os detalhes dizem por quê.

settings-about = Sobre o Latchkey
