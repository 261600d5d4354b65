### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = Entretanto se quitó esta instancia.
    .hint = Añádala de nuevo si todavía la necesita.

error-not-signed-in = Aquí no hay ninguna sesión iniciada.
    .hint = Inicie sesión primero.

error-short-lived = Los tokens de acceso de este servidor viven solo { $lifetime }.
    .hint = Pida una validez más corta.

error-ca-file = No se puede leer el archivo de certificado { $path }.
    .hint = Compruebe que el archivo existe y contiene un certificado en formato PEM.

error-settings-file = No se puede leer el archivo { $path }.
    .hint = Indique un archivo de texto, como .env o directus.config.json.

error-access-token-refused = El servidor no conoce este token de acceso. No se guardó nada.
    .hint = Cópielo otra vez de la página del usuario del Data Studio, y guarde antes esa página.

error-already-kept = Ya tiene esta instancia, con el nombre “{ $name }”.
    .hint = Ábrala desde la lista de instancias.

error-foreign-link = Este enlace no pertenece a ninguna de sus instancias. No se envió nada.
    .hint = Si conoce el servidor que lo envió y confía en él, añada primero esa instancia y abra de nuevo el enlace.

error-several-for-link = Este enlace podría pertenecer a más de una de sus instancias.
    .hint = Elija la instancia que le envió el correo.

error-other-link = Este enlace es para otra cosa.
    .hint = Ábralo pulsándolo en el correo.

error-overtaken = Se empezó otro inicio o cierre de sesión antes de la respuesta a este, y ocupó su lugar.
    .hint = Si quería este, inicie sesión de nuevo.

error-no-random = El sistema no dio números aleatorios.

error-internal = Latchkey perdió el hilo de su propio trabajo.
    .hint = Reinténtelo; si pasa dos veces, comuníquelo, por favor.

error-session-ended = La sesión se terminó en el servidor.
    .hint = Inicie sesión de nuevo. Esto pasa tras cerrar sesión en otro sitio, tras restablecer la contraseña o tras mucho tiempo sin uso.

error-session-cut-off = La última renovación de esta sesión se cortó, así que no puede seguir.
    .hint = Inicie sesión de nuevo. El servidor la había renovado, pero la respuesta no llegó aquí o no se pudo guardar.

error-user-suspended = Esta cuenta está suspendida.
    .hint = Solo un administrador del proyecto puede levantarlo.

error-access-token-ended = El servidor ya no acepta el token de acceso que se guarda aquí.
    .hint = Se eliminó o se reemplazó en el Data Studio, o se suspendió su cuenta. Inicie sesión de nuevo.

error-provider-refused = El proveedor de inicio de sesión ya no responde por esta sesión.
    .hint = Inicie sesión de nuevo con el proveedor.

error-resource-restricted = La licencia de este proyecto no deja entrar a esta cuenta por ahora.
    .hint = Pregunte a un administrador del proyecto.

error-address-empty = Escriba la dirección de un Directus.
    .hint = Por ejemplo cms.example.com

error-address-malformed = Esto no es una dirección que Latchkey pueda leer.
    .hint = Cópiela del navegador mientras el Data Studio está abierto.

error-address-scheme = Una dirección empieza por https://, no por { $scheme }:.

error-address-userinfo = La dirección contiene un nombre de usuario o una contraseña antes de la @.
    .hint = Quite esa parte; Latchkey los pide al iniciar sesión.

error-address-plain-http = { $host } se usaría sin cifrado: cualquiera en el camino podría leer su contraseña.
    .hint = Use https://, o permita http para esta dirección si lo acepta.

error-link-empty = Aquí todavía no hay ningún enlace.

error-link-too-long = Esto es demasiado largo para ser uno de nuestros enlaces.

error-link-characters = Este enlace contiene caracteres que ningún enlace auténtico tiene.

error-link-malformed = En este texto no hay ningún enlace ni token.

error-link-scheme = Este enlace pertenece a otro programa.

error-link-unknown = Esta versión de Latchkey no conoce este tipo de enlace.

error-link-key = Este enlace contiene algo que no debe estar en él.

error-link-no-token = Este enlace no está completo: falta su token.

error-link-profile = Este enlace nombra una instancia de una forma que Latchkey no conoce.

error-link-hint = Copie el enlace entero del correo, del primer carácter al último.

error-no-profile = No hay ningún perfil “{ $text }”.
    .hint = `latchkey profiles` los enumera; `latchkey add ADDRESS` añade uno.

error-several-profiles = “{ $text }” encaja con más de un perfil: { $names }.
    .hint = Use el nombre del perfil que quiere.

error-interrupted = La conexión con { $host } terminó antes de la respuesta, así que no se sabe si funcionó.
    .hint = Reinténtelo cuando quiera; nada se repite por sí solo.

error-timed-out = { $host } no respondió a tiempo.
    .hint = Reinténtelo en un momento.

error-proxy-credentials = El proxy de esta red pide un nombre y una contraseña.
    .hint = Póngalos en HTTPS_PROXY, o pregunte a quien lleva la red.

error-not-directus = Algo responde en { $host }, pero no como lo hace Directus.
    .hint = Compruebe la dirección y su subruta. Un proxy, una página de mantenimiento o una página de inicio de sesión delante del servidor también se ven así.

error-redirected = { $host } nos manda a { $to }. Latchkey no sigue a nadie con su contraseña.
    .hint = Si esa dirección es correcta, añádala como instancia. La página de inicio de sesión de una red también se ve así: ábrala primero en su navegador.

error-too-large = La respuesta de { $host } es demasiado grande.
    .hint = Compruebe la dirección; un Directus no hace esto.

error-setup = No se pudo preparar la conexión.
    .hint = Compruebe el archivo de certificado de esta instancia, si lo tiene, y que los certificados del sistema están instalados (ca-certificates).

error-unreachable-refused = Nada responde en { $host }.
    .hint = ¿Está en marcha el servidor, y es correcto el puerto?

error-unreachable-name = El nombre { $host } no se conoce.
    .hint = Compruebe cómo está escrito, su conexión y, para servidores de empresa, la VPN.

error-unreachable-no-route = Desde esta red no hay camino a { $host }.
    .hint = Compruebe su conexión y, para servidores de empresa, la VPN.

error-unreachable-no-answer = { $host } no responde.
    .hint = Compruebe su conexión y reinténtelo.

error-unreachable-other = No se puede llegar a { $host }.

error-tls-expired = El certificado de { $host } no es válido hoy.
    .hint = Compruebe la fecha y la hora de este equipo; si son correctas, avise al administrador del servidor.

error-tls-wrong-host = { $host } muestra un certificado hecho para otro nombre.
    .hint = Compruebe la dirección; si es correcta, avise al administrador del servidor.

error-tls-self-signed = { $host } firmó él mismo su certificado, así que nadie responde por él.
    .hint = Si es su propio servidor, dé su certificado a Latchkey: `latchkey add ADDRESS --ca-file FILE.pem`.

error-tls-unknown-authority = El certificado de { $host } viene de una autoridad que este equipo no conoce.
    .hint = Si su empresa tiene su propia autoridad, dé su certificado a Latchkey: `latchkey add ADDRESS --ca-file FILE.pem`. En una red ajena, puede que alguien esté leyendo lo que envía.

error-tls-revoked = El certificado de { $host } fue revocado.
    .hint = No inicie sesión; avise al administrador del servidor.

error-tls-not-tls = { $host } no habla https en este puerto.
    .hint = Compruebe el puerto, o pregunte al administrador del servidor.

error-tls-other = No se logró una conexión segura con { $host }.
    .hint = Reinténtelo; si sigue así, avise al administrador del servidor.

error-invalid-credentials = El correo electrónico o la contraseña no son correctos.
    .hint = Demasiados intentos fallidos suspenden una cuenta. Si suele iniciar sesión con un proveedor, esta cuenta no tiene contraseña aquí.

error-invalid-otp = Hace falta un código de un solo uso, o este no era correcto.
    .hint = Escriba el código actual de su aplicación de autenticación; si se rechaza de nuevo, compruebe el reloj de este equipo y el del teléfono.

error-token-expired = Esto ha caducado.
    .hint = Pida un enlace nuevo, o inicie sesión de nuevo.

error-invalid-token = El servidor no conoce este token.

error-forbidden = El servidor no lo permite.
    .hint = Si cree que debería estar permitido, pregunte a un administrador del proyecto.

error-invalid-payload = El servidor no acepta lo que se escribió.
    .hint = Compruebe la dirección de correo electrónico y reinténtelo.

error-failed-validation = Las reglas del servidor no permiten esta contraseña.
    .hint = Pruebe una más larga que mezcle letras, cifras y signos. El enlace sigue sirviendo.

error-invalid-invite = Esta invitación ya se aceptó.
    .hint = Inicie sesión; si no sabe la contraseña, restablézcala.

error-invalid-provider = Esta cuenta inicia sesión de otra forma.
    .hint = Use el proveedor con el que se creó.

error-route-not-found = Este servidor no ofrece esta forma de entrar.
    .hint = Puede que sus ajustes hayan cambiado: vuelva atrás y mire de nuevo.

error-requests-exceeded = El servidor nos pide ir más despacio.
    .hint = Reinténtelo en un minuto.

error-requests-exceeded-wait = Reinténtelo en { $time }.

error-email-limit-exceeded = El servidor ha enviado demasiados correos por ahora.
    .hint = Reinténtelo más tarde, o pregunte a un administrador del proyecto.

error-service-unavailable = El servidor no puede llegar a algo que necesita para esto.
    .hint = Reinténtelo dentro de un rato; no se pierde nada.

error-licence-hint = Pregunte a un administrador del proyecto: los administradores todavía pueden iniciar sesión.

error-project-locked = El proyecto está bloqueado por su licencia.

error-limit-exceeded = La licencia de este proyecto no tiene sitio para otra cuenta.
    .hint = Pregunte a un administrador del proyecto. El enlace sigue sirviendo.

error-internal-server-error = El servidor tuvo un fallo interno.

error-other = El servidor lo rechazó con el código { $code }.
    .hint = Pregunte a un administrador del proyecto qué significa.

error-mailed-token-expired = Este enlace ha caducado.

error-mailed-invalid-token = El servidor no reconoce este enlace: está incompleto, o lo hizo otro servidor.

error-mailed-forbidden = Este enlace ya se usó, o la contraseña se cambió después de enviarlo.
    .hint = Envíe un enlace nuevo.

error-no-companion = Este servidor todavía no puede entregar a programas un inicio de sesión del navegador.
    .hint = Pida a un administrador del proyecto que instale directus-extension-latchkey y reinicie Directus, o inicie sesión con una contraseña.

error-companion-version = La extensión Latchkey de este servidor usa otra versión que este Latchkey.
    .hint = Actualice Latchkey; si está al día, pida a un administrador que actualice directus-extension-latchkey.

error-redirect-not-allowed = Este servidor no deja que el navegador vuelva a Latchkey con este proveedor.
    .hint = Añada la línea de abajo al entorno del servidor y reinicie Directus, o instale directus-extension-latchkey.

error-not-relayed = Este servidor no deja que Latchkey reciba en su lugar la respuesta de este proveedor.
    .hint = Añada la línea de abajo al entorno del servidor, registre { $callback } en el proveedor y reinicie Directus. Funciona con OpenID y OAuth 2.0, desde Directus 11.14.1, donde se llega al servidor sin TLS delante.

error-provider-not-offered = Este servidor no ofrece este proveedor.
    .hint = Puede que sus ajustes hayan cambiado: mire de nuevo la lista. Directus 12 ofrece inicio de sesión único solo con una licencia que lo incluya.

error-other-address = Este servidor se llama a sí mismo con otra dirección que la que usted tiene, así que un inicio de sesión en el navegador no encontraría el camino de vuelta.
    .hint = Añádalo con su propia dirección: { $address }. Si esa es errónea, un administrador tiene que corregir PUBLIC_URL.

error-no-s256 = La extensión Latchkey de este servidor no protege el inicio de sesión como debe, así que no se abrió nada.
    .hint = Pida a un administrador que actualice directus-extension-latchkey.

error-provider-name = El nombre de este proveedor llevaría el navegador a otro sitio, así que no se abrió nada.
    .hint = Avise a un administrador del proyecto.

error-ports-taken = Otros programas ocupan todos los puertos por los que puede volver el navegador.
    .hint = Cierre otro inicio de sesión que aún espera, o el programa que ocupa esos puertos, y reinténtelo.

error-cannot-listen = El sistema no deja que Latchkey espere al navegador en este equipo.
    .hint = Compruebe el cortafuegos de este equipo y reinténtelo.

error-other-issuer = La respuesta vino de otro servidor que aquel en el que inició sesión. No se usó.
    .hint = Reinténtelo; si pasa dos veces, avise a un administrador del proyecto.

error-no-session = El navegador volvió, pero sin sesión.
    .hint = Use exactamente la dirección que el servidor tiene como PUBLIC_URL: para un navegador, localhost y 127.0.0.1 son dos distintas.

error-browser-timed-out = Nadie volvió del navegador a tiempo.
    .hint = Reinténtelo cuando quiera; no se cambió nada.

error-sign-in-over = Este inicio de sesión ha terminado.
    .hint = Empiece uno nuevo.

error-sso-invalid-otp-hint = Escriba el código actual de su aplicación de autenticación e inicie sesión de nuevo; si se rechaza otra vez, compruebe el reloj de este equipo y el del teléfono.

error-sso-invalid-provider = La cuenta de esta dirección inicia sesión de otra forma.
    .hint = Use el proveedor o la contraseña con que se creó, o pida a un administrador del proyecto que lo cambie.

error-sso-invalid-credentials = El inicio de sesión se rechazó o se canceló en el proveedor, o no hay aquí una cuenta para usted.
    .hint = Reinténtelo; si sigue así, pregunte a un administrador del proyecto.

error-sso-failed-validation = El proyecto no acepta los datos que el proveedor dio sobre usted.
    .hint = Pregunte a un administrador del proyecto: a menudo es la dirección de correo electrónico.

error-sso-service-unavailable = El servidor no puede llegar al proveedor por ahora.
    .hint = Reinténtelo dentro de un rato.

error-sso-access-denied = Dijo que no en la página del navegador. No se inició ninguna sesión.
    .hint = Inicie sesión de nuevo si no era su intención.

error-sso-session-missing = El navegador volvió sin sesión.
    .hint = Si el proyecto le pidió configurar la autenticación de dos factores, termínelo en el navegador e inicie sesión de nuevo.

error-sso-licence = La licencia de este proyecto no incluye el inicio de sesión único.
    .hint = Pregunte a un administrador del proyecto, o inicie sesión con una contraseña.

error-sso-unknown-exception = El servidor no dice por qué falló el inicio de sesión.
    .hint = Reinténtelo; si sigue así, un administrador encuentra el motivo en el registro del servidor.

error-sso-other = El servidor rechazó el inicio de sesión con el código { $code }.

error-invalid-grant = El inicio de sesión volvió demasiado tarde, o ya se usó.
    .hint = Inicie sesión de nuevo.

error-temporarily-unavailable = El servidor o el proveedor no puede terminar el inicio de sesión por ahora.
    .hint = Inicie sesión de nuevo dentro de un rato.

error-grant-refused = La extensión Latchkey de este servidor rechazó el inicio de sesión.
    .hint = Inicie sesión de nuevo; si sigue así, pida a un administrador que actualice directus-extension-latchkey.

error-keyring-locked = Su llavero está bloqueado.
    .hint = Desbloquéelo y reinténtelo. No se pierde nada.

error-keyring-denied = Se rechazó desbloquear el llavero.
    .hint = Reinténtelo cuando quiera desbloquearlo. No se pierde nada.

error-keyring-absent = Este equipo no ofrece ningún llavero para guardar una sesión con seguridad.
    .hint = Inicie o instale uno (GNOME Keyring, KWallet, KeePassXC con Secret Service) y reinténtelo.

error-keyring-timeout = El llavero no responde.
    .hint = Puede que pida su contraseña en otra ventana. Reinténtelo después.

error-keyring-refused = El llavero no acepta esta entrada.
    .hint = Compruébelo con el gestor de contraseñas de su sistema.

error-record-damaged = La entrada de esta instancia en el llavero está dañada.
    .hint = Inicie sesión de nuevo para reemplazarla.

error-record-newer = La entrada del llavero la escribió un Latchkey más nuevo.
    .hint = Actualice Latchkey, o inicie sesión de nuevo para reemplazar la entrada.

error-record-origin = La sesión guardada pertenece a otra dirección que la de este perfil, así que no se usa.

error-access-token-hint = Cree uno en el Data Studio: abra la página del usuario, genere allí un token y guarde.

error-access-token-empty = No hay ningún token de acceso.

error-access-token-malformed = Esto no es un token de acceso. No se envió nada.

error-access-token-short-lived = Este token caduca en minutos; hace falta uno estático. No se envió nada.

error-no-home = El sistema no dice dónde van sus archivos.
    .hint = Defina LATCHKEY_CONFIG_DIR y LATCHKEY_STATE_DIR con carpetas que le pertenezcan.

error-cannot-read = No se puede leer { $path }.
    .hint = Compruebe que el archivo le pertenece y reinténtelo.

error-cannot-write = No se puede escribir { $path }. Lo que había antes está intacto.
    .hint = Compruebe que hay sitio en el disco y que la carpeta le pertenece.

error-file-newer = Su lista de instancias la escribió un Latchkey más nuevo, así que este no la cambia.
    .hint = Actualice Latchkey.

error-busy = Otro Latchkey (proceso { $process }) está ocupado con esta instancia y no termina.
    .hint = No se pierde nada. Espere un momento y reinténtelo; si sigue así, cierre el otro.

error-busy-unknown = Otro Latchkey está ocupado con esta instancia y no termina.
