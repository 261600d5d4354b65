### The account that is signed in.

account-title = Sesión iniciada

account-window = Cuenta

account-checking = Comprobando su sesión…

account-instance = Instancia

account-kept = Sesión guardada

account-access = Token de acceso

account-in-keyring = En el llavero de este equipo

account-in-memory = Solo hasta que cierre Latchkey

account-memory-title = Esta sesión no está guardada.

account-no-access = Se renueva cuando hace falta

account-static = Creado en el Data Studio, sin caducidad. Al cerrar sesión solo se olvida aquí.

account-unconfirmed = La sesión sigue iniciada, pero no se puede llegar al servidor.

account-not-confirmed = La sesión sigue iniciada según este equipo; el servidor no lo ha confirmado.

account-tfa = Este proyecto pide autenticación de dos factores.
    .hint = Configúrela en el Data Studio.

account-sign-out = Cerrar sesión

account-signing-out = Cerrando sesión…

account-unchecked = No se pudo comprobar su sesión

account-trouble = Se necesita su llavero
    .lead = En su llavero consta si tiene la sesión iniciada aquí.

account-damaged = No se puede leer la sesión guardada
    .lead = Se dejó como está. Al iniciar sesión de nuevo se reemplaza.

account-sign-in-again = Iniciar sesión de nuevo

account-valid-until = Válido hasta { $time }

account-copy-token = Copiar el token de acceso

account-copying = Obteniendo un token…

account-copied-until = Copiado; válido hasta { $time }. El portapapeles se vacía en 45 segundos.

account-copied = Copiado. El portapapeles se vacía en 45 segundos.

account-cleared = El token copiado ya no está en el portapapeles.

account-own = Su cuenta

account-change-password = Cambiar la contraseña

account-two-factor-on = Configurar la autenticación de dos factores

account-two-factor-off = Desactivar la autenticación de dos factores

account-recent = Inicios de sesión recientes

account-program-on = { $program } en { $system }
