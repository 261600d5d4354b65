### What a person may choose for the whole window.

settings-title = Ajustes

settings-window = Ajustes — Latchkey

settings-theme = Tema

settings-theme-system = Sistema

settings-theme-light = Claro

settings-theme-dark = Oscuro

settings-contrast = Contraste

settings-contrast-system = Sistema

settings-contrast-normal = Normal

settings-contrast-high = Alto

settings-text-size = Tamaño del texto

settings-text-size-percent = { $percent } %

settings-text-size-usual = Tamaño habitual

settings-text-size-hint = Todo lo que hay en la ventana crece con él.

settings-start = Al abrir Latchkey

settings-start-list = Mostrar la lista

settings-start-last = Continuar con la última instancia

settings-start-hint = Si tiene una sola instancia, se muestra enseguida en cualquier caso.

settings-language = Idioma

settings-language-system = Idioma del sistema

settings-links = Enlaces de los correos

settings-links-asking = Averiguando quién los abre…

settings-links-mend = Abrirlos con Latchkey

settings-links-mending = Registrando…

settings-not-mended = No se pudo hacer que Latchkey abra los enlaces de los correos.

settings-not-mended-hint = Todavía puede pegar un enlace en la página de la contraseña olvidada.

settings-not-kept = Su elección vale solo hasta que se cierre esta ventana.

settings-not-kept-hint = No se pudo guardar. Los detalles dicen por qué.

settings-about = Acerca de Latchkey
