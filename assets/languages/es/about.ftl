### What this program is, where it keeps things, and its keys.

about-window = Acerca de — Latchkey

about-lead = El inicio de sesión de escritorio para Directus.

about-version = Versión { $version }, licencia { $license }

about-copy = Copiar

about-places = Dónde se guardan las cosas

about-sessions = Sesiones

about-keyring = El llavero de este equipo. Ningún archivo contiene contraseñas ni tokens.

about-config = Instancias y ajustes

about-state = El tamaño de la ventana y los bloqueos

about-cache = Logotipos

about-keys = Teclado

about-key-tab = Tab

about-key-tab-does = Ir al control siguiente; con Mayús, al anterior

about-key-arrows = Flechas, Inicio, Fin

about-key-arrows-does = Recorrer una lista o una elección

about-key-enter = Intro, Espacio

about-key-enter-does = Activar el control; Intro también envía un formulario

about-key-escape = Esc

about-key-escape-does = Cancelar lo que está en curso o, si no hay nada, volver atrás

about-key-add-does = Añadir una instancia

about-key-instance-does = Abrir la instancia en este lugar de la lista

about-key-settings-does = Ajustes

about-key-size-does = Texto más grande, más pequeño, tamaño habitual

about-key-about-does = Esta página

about-key-quit-does = Salir

about-key-control = Ctrl
