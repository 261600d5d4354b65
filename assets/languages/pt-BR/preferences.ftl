### What a person may choose for the whole window.

preferences-title = Configurações

preferences-window = Configurações — Latchkey

preferences-theme = Tema

preferences-theme-system = Sistema

preferences-theme-light = Claro

preferences-theme-dark = Escuro

preferences-contrast = Contraste

preferences-contrast-system = Sistema

preferences-contrast-normal = Normal

preferences-contrast-high = Alto

preferences-text-size = Tamanho do texto
    .hint = Tudo na janela cresce junto.

preferences-text-size-percent = { $percent }%

preferences-text-size-usual = Tamanho normal

preferences-start = Quando o Latchkey abrir
    .hint = Quem tem uma só instância sempre a vê de imediato.

preferences-start-list = Mostrar a lista

preferences-start-last = Continuar com a última instância

preferences-language = Idioma

preferences-language-system = Idioma do sistema

preferences-links = Links dos e-mails

preferences-links-asking = Verificando quem os abre…

preferences-links-mend = Abrir com o Latchkey

preferences-links-mending = Registrando…

preferences-not-mended = Não foi possível fazer o Latchkey abrir os links dos e-mails.
    .hint = Ainda é possível colar um link na página de senha esquecida.

preferences-not-kept = Sua escolha vale só até esta janela fechar.
    .hint = Não foi possível salvá-la. Os detalhes dizem por quê.

preferences-about = Sobre o Latchkey
