### Signing in through the browser.

sso-window = Inicio de sesión en el navegador

sso-asking = Preparando…
    .lead = Se pregunta a { $host } cómo vuelve a este equipo un inicio de sesión con { $label }.

sso-waiting = Continúe en su navegador
    .lead = En el navegador, inicie sesión en { $host } con { $label }. Esta ventana aparecerá por sí sola cuando esté hecho.

sso-runs-out = Una página del proveedor puede caducar antes, a menudo a los cinco minutos. Ábrala entonces de nuevo.

sso-open-again = Abrir de nuevo

sso-copy = Copiar la dirección

sso-copied = Copiado

sso-keep = Seguir esperando

sso-cancel = Cancelar

sso-no-browser = No se pudo abrir ningún navegador.
    .hint = Copie la dirección y ábrala en un navegador de este equipo. Latchkey la está esperando.

sso-address = Dirección

sso-reported = ¿Falló en su navegador?
    .lead = Si la página del navegador dice que no funcionó, reinténtelo: empieza de nuevo con el mismo proveedor. Si todavía está iniciando sesión, continúe allí.

sso-reported-code-lead = Si vuelve a estar allí la página de inicio de sesión, escriba el código de su aplicación de autenticación y repita el recorrido una vez. Si todavía está iniciando sesión, continúe allí.

sso-over = Se acabó el tiempo
    .lead = Nadie volvió del navegador a tiempo. No se cambió nada, y la página de allí ya no sirve.

sso-copy-lines = Copiar para el administrador

sso-lines = Para el administrador

sso-time-left = Esperando · tiempo restante: { $time }

sso-unverified-error = Puede que el servidor haya informado: { $what }
    .hint = Llegó sin prueba, así que Latchkey sigue esperando.

sso-no-way = No se abrió nada

sso-finishing = Iniciando sesión…
    .lead = Su navegador ha vuelto. Se está obteniendo y guardando la sesión.

sso-enter-code = Escribir un código
