### The list of instances.

instances-title = Sus instancias

instances-add-short = Añadir

instances-empty-title = Le damos la bienvenida a Latchkey

instances-empty = Latchkey inicia su sesión en Directus. Añada la instancia con la que trabaja por su dirección en el navegador.

instances-add = Añadir una instancia

instances-loading = Leyendo sus instancias…

instances-remove = Quitar

instances-rename = Cambiar el nombre

instances-move-up = Subir

instances-move-down = Bajar

instances-settings = Ajustes

instances-name = Nombre

instances-name-keep = Guardar

instances-name-cancel = Cancelar

instances-name-empty = El nombre está vacío. Póngale al menos un carácter visible.

instances-removed = Se quitó { $name }.

instances-removed-signed-in = Se cerrará su sesión allí cuando desaparezca este aviso.

instances-undo = Deshacer

instances-search = Buscar

instances-search-example = Nombre, dirección o correo

instances-nothing = Ninguna instancia coincide con “{ $words }”.

instances-checking = Comprobando…

instances-signed-out = Sesión cerrada

instances-ended = Inicie sesión de nuevo

instances-locked = Llavero bloqueado

instances-no-keyring = Llavero no disponible

instances-damaged = No se puede leer la sesión guardada

instances-signed-in = Sesión iniciada como { $who }

instances-not-reachable = Sesión iniciada como { $who } · inaccesible

instances-unconfirmed = Sesión iniciada como { $who } · sin confirmar

instances-file-damaged = La lista de instancias estaba dañada. Se apartó como { $kept_as }

instances-recovered =
    { $count ->
        [0] Añada de nuevo sus instancias; sus sesiones están en el llavero.
        [one] Se restauró una instancia de la última copia buena.
       *[other] Se restauraron { $count } instancias de la última copia buena.
    }

instances-newer = La lista de instancias la escribió un Latchkey más nuevo.
    .hint = Se muestra como está y no se cambia. Actualice Latchkey para cambiarla.

instances-skipped =
    { $count ->
        [one] No se pudo leer una entrada de la lista. Queda como está en el archivo.
       *[other] No se pudieron leer { $count } entradas de la lista. Quedan como están en el archivo.
    }
