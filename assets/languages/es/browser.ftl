### Signing in through the browser.

browser-window = Inicio de sesión en el navegador

browser-asking = Preparando…

browser-waiting = Continúe en su navegador

browser-runs-out = Una página del proveedor puede caducar antes, a menudo a los cinco minutos. Ábrala entonces de nuevo.

browser-open-again = Abrir de nuevo

browser-copy = Copiar la dirección

browser-copied = Copiado

browser-keep = Seguir esperando

browser-cancel = Cancelar

browser-no-browser = No se pudo abrir ningún navegador.

browser-no-browser-hint = Copie la dirección y ábrala en un navegador de este equipo. Latchkey la está esperando.

browser-address = Dirección

browser-hearsay-hint = Llegó sin prueba, así que Latchkey sigue esperando.

browser-reported = ¿Falló en su navegador?

browser-reported-lead = Si la página del navegador dice que no funcionó, reinténtelo: empieza de nuevo con el mismo proveedor. Si todavía está iniciando sesión, continúe allí.

browser-reported-code-lead = Si vuelve a estar allí la página de inicio de sesión, escriba el código de su aplicación de autenticación y repita el recorrido una vez. Si todavía está iniciando sesión, continúe allí.

browser-over = Se acabó el tiempo

browser-over-lead = Nadie volvió del navegador a tiempo. No se cambió nada, y la página de allí ya no sirve.

browser-copy-lines = Copiar para el administrador

browser-lines = Para el administrador

browser-asking-lead = Se pregunta a { $host } cómo vuelve a este equipo un inicio de sesión con { $label }.

browser-waiting-lead = En el navegador, inicie sesión en { $host } con { $label }. Esta ventana aparecerá por sí sola cuando esté hecho.

browser-time-left = Esperando · tiempo restante: { $time }

browser-hearsay = Puede que el servidor haya informado: { $what }

browser-no-way = No se abrió nada

browser-finishing = Iniciando sesión…

browser-finishing-lead = Su navegador ha vuelto. Se está obteniendo y guardando la sesión.

browser-enter-code = Escribir un código
