### What a person may choose for the whole window.

preferences-title = Ajustes

preferences-window = Ajustes — Latchkey

preferences-theme = Tema

preferences-theme-system = Sistema

preferences-theme-light = Claro

preferences-theme-dark = Oscuro

preferences-contrast = Contraste

preferences-contrast-system = Sistema

preferences-contrast-normal = Normal

preferences-contrast-high = Alto

preferences-text-size = Tamaño del texto
    .hint = Todo lo que hay en la ventana crece con él.

preferences-text-size-percent = { $percent } %

preferences-text-size-usual = Tamaño habitual

preferences-start = Al abrir Latchkey
    .hint = Si tiene una sola instancia, se muestra enseguida en cualquier caso.

preferences-start-list = Mostrar la lista

preferences-start-last = Continuar con la última instancia

preferences-language = Idioma

preferences-language-system = Idioma del sistema

preferences-links = Enlaces de los correos

preferences-links-asking = Averiguando quién los abre…

preferences-links-mend = Abrirlos con Latchkey

preferences-links-mending = Registrando…

preferences-not-mended = No se pudo hacer que Latchkey abra los enlaces de los correos.
    .hint = Todavía puede pegar un enlace en la página de la contraseña olvidada.

preferences-not-kept = Su elección vale solo hasta que se cierre esta ventana.
    .hint = No se pudo guardar. Los detalles dicen por qué.

preferences-about = Acerca de Latchkey
