### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = Entretanto se quitó esta instancia.

error-profile-gone-hint = Añádala de nuevo si todavía la necesita.

error-not-signed-in = Aquí no hay ninguna sesión iniciada.

error-not-signed-in-hint = Inicie sesión primero.

error-short-lived = Los tokens de acceso de este servidor viven solo { $lifetime }.

error-short-lived-hint = Pida una validez más corta.

error-ca-file = No se puede leer el archivo de certificado { $path }.

error-ca-file-hint = Compruebe que el archivo existe y contiene un certificado en formato PEM.

error-settings-file = No se puede leer el archivo { $path }.

error-settings-file-hint = Indique un archivo de texto, como .env o directus.config.json.

error-access-token-refused = El servidor no conoce este token de acceso. No se guardó nada.

error-access-token-refused-hint = Cópielo otra vez de la página del usuario del Data Studio, y guarde antes esa página.

error-already-kept = Ya tiene esta instancia, con el nombre “{ $name }”.

error-already-kept-hint = Ábrala desde la lista de instancias.

error-foreign-link = Este enlace no pertenece a ninguna de sus instancias. No se envió nada.

error-foreign-link-hint = Si conoce el servidor que lo envió y confía en él, añada primero esa instancia y abra de nuevo el enlace.

error-several-for-link = Este enlace podría pertenecer a más de una de sus instancias.

error-several-for-link-hint = Elija la instancia que le envió el correo.

error-other-link = Este enlace es para otra cosa.

error-other-link-hint = Ábralo pulsándolo en el correo.

error-overtaken = Se empezó otro inicio o cierre de sesión antes de la respuesta a este, y ocupó su lugar.

error-overtaken-hint = Si quería este, inicie sesión de nuevo.

error-no-random = El sistema no dio números aleatorios.

error-internal = Latchkey perdió el hilo de su propio trabajo.

error-internal-hint = Reinténtelo; si pasa dos veces, comuníquelo, por favor.

error-session-ended = La sesión se terminó en el servidor.

error-session-ended-hint = Inicie sesión de nuevo. Esto pasa tras cerrar sesión en otro sitio, tras restablecer la contraseña o tras mucho tiempo sin uso.

error-session-cut-off = La última renovación de esta sesión se cortó, así que no puede seguir.

error-session-cut-off-hint = Inicie sesión de nuevo. El servidor la había renovado, pero la respuesta no llegó aquí o no se pudo guardar.

error-user-suspended = Esta cuenta está suspendida.

error-user-suspended-hint = Solo un administrador del proyecto puede levantarlo.

error-access-token-ended = El servidor ya no acepta el token de acceso que se guarda aquí.

error-access-token-ended-hint = Se eliminó o se reemplazó en el Data Studio, o se suspendió su cuenta. Inicie sesión de nuevo.

error-provider-refused = El proveedor de inicio de sesión ya no responde por esta sesión.

error-provider-refused-hint = Inicie sesión de nuevo con el proveedor.

error-resource-restricted = La licencia de este proyecto no deja entrar a esta cuenta por ahora.

error-resource-restricted-hint = Pregunte a un administrador del proyecto.

error-address-empty = Escriba la dirección de un Directus.

error-address-empty-hint = Por ejemplo cms.example.com

error-address-malformed = Esto no es una dirección que Latchkey pueda leer.

error-address-malformed-hint = Cópiela del navegador mientras el Data Studio está abierto.

error-address-scheme = Una dirección empieza por https://, no por { $scheme }:.

error-address-userinfo = La dirección contiene un nombre de usuario o una contraseña antes de la @.

error-address-userinfo-hint = Quite esa parte; Latchkey los pide al iniciar sesión.

error-address-plain-http = { $host } se usaría sin cifrado: cualquiera en el camino podría leer su contraseña.

error-address-plain-http-hint = Use https://, o permita http para esta dirección si lo acepta.

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

error-no-profile-hint = `latchkey profiles` los enumera; `latchkey add ADDRESS` añade uno.

error-several-profiles = “{ $text }” encaja con más de un perfil: { $names }.

error-several-profiles-hint = Use el nombre del perfil que quiere.

error-interrupted = La conexión con { $host } terminó antes de la respuesta, así que no se sabe si funcionó.

error-interrupted-hint = Reinténtelo cuando quiera; nada se repite por sí solo.

error-timed-out = { $host } no respondió a tiempo.

error-timed-out-hint = Reinténtelo en un momento.

error-proxy-credentials = El proxy de esta red pide un nombre y una contraseña.

error-proxy-credentials-hint = Póngalos en HTTPS_PROXY, o pregunte a quien lleva la red.

error-not-directus = Algo responde en { $host }, pero no como lo hace Directus.

error-not-directus-hint = Compruebe la dirección y su subruta. Un proxy, una página de mantenimiento o una página de inicio de sesión delante del servidor también se ven así.

error-redirected = { $host } nos manda a { $to }. Latchkey no sigue a nadie con su contraseña.

error-redirected-hint = Si esa dirección es correcta, añádala como instancia. La página de inicio de sesión de una red también se ve así: ábrala primero en su navegador.

error-too-large = La respuesta de { $host } es demasiado grande.

error-too-large-hint = Compruebe la dirección; un Directus no hace esto.

error-setup = No se pudo preparar la conexión.

error-setup-hint = Compruebe el archivo de certificado de esta instancia, si lo tiene, y que los certificados del sistema están instalados (ca-certificates).

error-unreachable-refused = Nada responde en { $host }.

error-unreachable-refused-hint = ¿Está en marcha el servidor, y es correcto el puerto?

error-unreachable-name = El nombre { $host } no se conoce.

error-unreachable-name-hint = Compruebe cómo está escrito, su conexión y, para servidores de empresa, la VPN.

error-unreachable-no-route = Desde esta red no hay camino a { $host }.

error-unreachable-no-route-hint = Compruebe su conexión y, para servidores de empresa, la VPN.

error-unreachable-no-answer = { $host } no responde.

error-unreachable-no-answer-hint = Compruebe su conexión y reinténtelo.

error-unreachable-other = No se puede llegar a { $host }.

error-tls-expired = El certificado de { $host } no es válido hoy.

error-tls-expired-hint = Compruebe la fecha y la hora de este equipo; si son correctas, avise al administrador del servidor.

error-tls-wrong-host = { $host } muestra un certificado hecho para otro nombre.

error-tls-wrong-host-hint = Compruebe la dirección; si es correcta, avise al administrador del servidor.

error-tls-self-signed = { $host } firmó él mismo su certificado, así que nadie responde por él.

error-tls-self-signed-hint = Si es su propio servidor, dé su certificado a Latchkey: `latchkey add ADDRESS --ca-file FILE.pem`.

error-tls-unknown-authority = El certificado de { $host } viene de una autoridad que este equipo no conoce.

error-tls-unknown-authority-hint = Si su empresa tiene su propia autoridad, dé su certificado a Latchkey: `latchkey add ADDRESS --ca-file FILE.pem`. En una red ajena, puede que alguien esté leyendo lo que envía.

error-tls-revoked = El certificado de { $host } fue revocado.

error-tls-revoked-hint = No inicie sesión; avise al administrador del servidor.

error-tls-not-tls = { $host } no habla https en este puerto.

error-tls-not-tls-hint = Compruebe el puerto, o pregunte al administrador del servidor.

error-tls-other = No se logró una conexión segura con { $host }.

error-tls-other-hint = Reinténtelo; si sigue así, avise al administrador del servidor.

error-invalid-credentials = El correo electrónico o la contraseña no son correctos.

error-invalid-credentials-hint = Demasiados intentos fallidos suspenden una cuenta. Si suele iniciar sesión con un proveedor, esta cuenta no tiene contraseña aquí.

error-invalid-otp = Hace falta un código de un solo uso, o este no era correcto.

error-invalid-otp-hint = Escriba el código actual de su aplicación de autenticación; si se rechaza de nuevo, compruebe el reloj de este equipo y el del teléfono.

error-token-expired = Esto ha caducado.

error-token-expired-hint = Pida un enlace nuevo, o inicie sesión de nuevo.

error-invalid-token = El servidor no conoce este token.

error-forbidden = El servidor no lo permite.

error-forbidden-hint = Si cree que debería estar permitido, pregunte a un administrador del proyecto.

error-invalid-payload = El servidor no acepta lo que se escribió.

error-invalid-payload-hint = Compruebe la dirección de correo electrónico y reinténtelo.

error-failed-validation = Las reglas del servidor no permiten esta contraseña.

error-failed-validation-hint = Pruebe una más larga que mezcle letras, cifras y signos. El enlace sigue sirviendo.

error-invalid-invite = Esta invitación ya se aceptó.

error-invalid-invite-hint = Inicie sesión; si no sabe la contraseña, restablézcala.

error-invalid-provider = Esta cuenta inicia sesión de otra forma.

error-invalid-provider-hint = Use el proveedor con el que se creó.

error-route-not-found = Este servidor no ofrece esta forma de entrar.

error-route-not-found-hint = Puede que sus ajustes hayan cambiado: vuelva atrás y mire de nuevo.

error-requests-exceeded = El servidor nos pide ir más despacio.

error-requests-exceeded-wait = Reinténtelo en { $time }.

error-requests-exceeded-hint = Reinténtelo en un minuto.

error-email-limit-exceeded = El servidor ha enviado demasiados correos por ahora.

error-email-limit-exceeded-hint = Reinténtelo más tarde, o pregunte a un administrador del proyecto.

error-service-unavailable = El servidor no puede llegar a algo que necesita para esto.

error-service-unavailable-hint = Reinténtelo dentro de un rato; no se pierde nada.

error-licence-hint = Pregunte a un administrador del proyecto: los administradores todavía pueden iniciar sesión.

error-project-locked = El proyecto está bloqueado por su licencia.

error-limit-exceeded = La licencia de este proyecto no tiene sitio para otra cuenta.

error-limit-exceeded-hint = Pregunte a un administrador del proyecto. El enlace sigue sirviendo.

error-internal-server-error = El servidor tuvo un fallo interno.

error-other = El servidor lo rechazó con el código { $code }.

error-other-hint = Pregunte a un administrador del proyecto qué significa.

error-mailed-token-expired = Este enlace ha caducado.

error-mailed-invalid-token = El servidor no reconoce este enlace: está incompleto, o lo hizo otro servidor.

error-mailed-forbidden = Este enlace ya se usó, o la contraseña se cambió después de enviarlo.

error-mailed-forbidden-hint = Envíe un enlace nuevo.

error-no-companion = Este servidor todavía no puede entregar a programas un inicio de sesión del navegador.

error-no-companion-hint = Pida a un administrador del proyecto que instale directus-extension-latchkey y reinicie Directus, o inicie sesión con una contraseña.

error-companion-version = La extensión Latchkey de este servidor usa otra versión que este Latchkey.

error-companion-version-hint = Actualice Latchkey; si está al día, pida a un administrador que actualice directus-extension-latchkey.

error-redirect-not-allowed = Este servidor no deja que el navegador vuelva a Latchkey con este proveedor.

error-redirect-not-allowed-hint = Añada la línea de abajo al entorno del servidor y reinicie Directus, o instale directus-extension-latchkey.

error-not-relayed = Este servidor no deja que Latchkey reciba en su lugar la respuesta de este proveedor.

error-not-relayed-hint = Añada la línea de abajo al entorno del servidor, registre { $callback } en el proveedor y reinicie Directus. Funciona con OpenID y OAuth 2.0, desde Directus 11.14.1, donde se llega al servidor sin TLS delante.

error-provider-not-offered = Este servidor no ofrece este proveedor.

error-provider-not-offered-hint = Puede que sus ajustes hayan cambiado: mire de nuevo la lista. Directus 12 ofrece inicio de sesión único solo con una licencia que lo incluya.

error-other-address = Este servidor se llama a sí mismo con otra dirección que la que usted tiene, así que un inicio de sesión en el navegador no encontraría el camino de vuelta.

error-other-address-hint = Añádalo con su propia dirección: { $address }. Si esa es errónea, un administrador tiene que corregir PUBLIC_URL.

error-no-s256 = La extensión Latchkey de este servidor no protege el inicio de sesión como debe, así que no se abrió nada.

error-no-s256-hint = Pida a un administrador que actualice directus-extension-latchkey.

error-provider-name = El nombre de este proveedor llevaría el navegador a otro sitio, así que no se abrió nada.

error-provider-name-hint = Avise a un administrador del proyecto.

error-ports-taken = Otros programas ocupan todos los puertos por los que puede volver el navegador.

error-ports-taken-hint = Cierre otro inicio de sesión que aún espera, o el programa que ocupa esos puertos, y reinténtelo.

error-cannot-listen = El sistema no deja que Latchkey espere al navegador en este equipo.

error-cannot-listen-hint = Compruebe el cortafuegos de este equipo y reinténtelo.

error-other-issuer = La respuesta vino de otro servidor que aquel en el que inició sesión. No se usó.

error-other-issuer-hint = Reinténtelo; si pasa dos veces, avise a un administrador del proyecto.

error-no-session = El navegador volvió, pero sin sesión.

error-no-session-hint = Use exactamente la dirección que el servidor tiene como PUBLIC_URL: para un navegador, localhost y 127.0.0.1 son dos distintas.

error-browser-timed-out = Nadie volvió del navegador a tiempo.

error-browser-timed-out-hint = Reinténtelo cuando quiera; no se cambió nada.

error-sign-in-over = Este inicio de sesión ha terminado.

error-sign-in-over-hint = Empiece uno nuevo.

error-sso-invalid-otp-hint = Escriba el código actual de su aplicación de autenticación e inicie sesión de nuevo; si se rechaza otra vez, compruebe el reloj de este equipo y el del teléfono.

error-sso-invalid-provider = La cuenta de esta dirección inicia sesión de otra forma.

error-sso-invalid-provider-hint = Use el proveedor o la contraseña con que se creó, o pida a un administrador del proyecto que lo cambie.

error-sso-invalid-credentials = El inicio de sesión se rechazó o se canceló en el proveedor, o no hay aquí una cuenta para usted.

error-sso-invalid-credentials-hint = Reinténtelo; si sigue así, pregunte a un administrador del proyecto.

error-sso-failed-validation = El proyecto no acepta los datos que el proveedor dio sobre usted.

error-sso-failed-validation-hint = Pregunte a un administrador del proyecto: a menudo es la dirección de correo electrónico.

error-sso-service-unavailable = El servidor no puede llegar al proveedor por ahora.

error-sso-service-unavailable-hint = Reinténtelo dentro de un rato.

error-sso-access-denied = Dijo que no en la página del navegador. No se inició ninguna sesión.

error-sso-access-denied-hint = Inicie sesión de nuevo si no era su intención.

error-sso-session-missing = El navegador volvió sin sesión.

error-sso-session-missing-hint = Si el proyecto le pidió configurar la autenticación de dos factores, termínelo en el navegador e inicie sesión de nuevo.

error-sso-licence = La licencia de este proyecto no incluye el inicio de sesión único.

error-sso-licence-hint = Pregunte a un administrador del proyecto, o inicie sesión con una contraseña.

error-sso-unknown-exception = El servidor no dice por qué falló el inicio de sesión.

error-sso-unknown-exception-hint = Reinténtelo; si sigue así, un administrador encuentra el motivo en el registro del servidor.

error-sso-other = El servidor rechazó el inicio de sesión con el código { $code }.

error-invalid-grant = El inicio de sesión volvió demasiado tarde, o ya se usó.

error-invalid-grant-hint = Inicie sesión de nuevo.

error-temporarily-unavailable = El servidor o el proveedor no puede terminar el inicio de sesión por ahora.

error-temporarily-unavailable-hint = Inicie sesión de nuevo dentro de un rato.

error-grant-refused = La extensión Latchkey de este servidor rechazó el inicio de sesión.

error-grant-refused-hint = Inicie sesión de nuevo; si sigue así, pida a un administrador que actualice directus-extension-latchkey.

error-keyring-locked = Su llavero está bloqueado.

error-keyring-locked-hint = Desbloquéelo y reinténtelo. No se pierde nada.

error-keyring-denied = Se rechazó desbloquear el llavero.

error-keyring-denied-hint = Reinténtelo cuando quiera desbloquearlo. No se pierde nada.

error-keyring-absent = Este equipo no ofrece ningún llavero para guardar una sesión con seguridad.

error-keyring-absent-hint = Inicie o instale uno (GNOME Keyring, KWallet, KeePassXC con Secret Service) y reinténtelo.

error-keyring-timeout = El llavero no responde.

error-keyring-timeout-hint = Puede que pida su contraseña en otra ventana. Reinténtelo después.

error-keyring-refused = El llavero no acepta esta entrada.

error-keyring-refused-hint = Compruébelo con el gestor de contraseñas de su sistema.

error-record-damaged = La entrada de esta instancia en el llavero está dañada.

error-record-damaged-hint = Inicie sesión de nuevo para reemplazarla.

error-record-newer = La entrada del llavero la escribió un Latchkey más nuevo.

error-record-newer-hint = Actualice Latchkey, o inicie sesión de nuevo para reemplazar la entrada.

error-record-origin = La sesión guardada pertenece a otra dirección que la de este perfil, así que no se usa.

error-access-token-hint = Cree uno en el Data Studio: abra la página del usuario, genere allí un token y guarde.

error-access-token-empty = No hay ningún token de acceso.

error-access-token-malformed = Esto no es un token de acceso. No se envió nada.

error-access-token-short-lived = Este token caduca en minutos; hace falta uno estático. No se envió nada.

error-no-home = El sistema no dice dónde van sus archivos.

error-no-home-hint = Defina LATCHKEY_CONFIG_DIR y LATCHKEY_STATE_DIR con carpetas que le pertenezcan.

error-cannot-read = No se puede leer { $path }.

error-cannot-read-hint = Compruebe que el archivo le pertenece y reinténtelo.

error-cannot-write = No se puede escribir { $path }. Lo que había antes está intacto.

error-cannot-write-hint = Compruebe que hay sitio en el disco y que la carpeta le pertenece.

error-file-newer = Su lista de instancias la escribió un Latchkey más nuevo, así que este no la cambia.

error-file-newer-hint = Actualice Latchkey.

error-busy = Otro Latchkey (proceso { $process }) está ocupado con esta instancia y no termina.

error-busy-unknown = Otro Latchkey está ocupado con esta instancia y no termina.

error-busy-hint = No se pierde nada. Espere un momento y reinténtelo; si sigue así, cierre el otro.
