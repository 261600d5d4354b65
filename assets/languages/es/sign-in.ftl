### Signing in.

sign-in-title = Iniciar sesión

sign-in-busy = Iniciando sesión…

sign-in-forgot = ¿Olvidó la contraseña?

sign-in-code-title = Código de un solo uso
    .lead = Escriba las seis cifras que muestra su aplicación de autenticación para esta cuenta.

sign-in-code = Código

sign-in-code-empty = Escriba el código.

sign-in-code-clock = El código no se aceptó. Espere al siguiente; si también se rechaza, compruebe el reloj de este equipo y el del teléfono.

sign-in-code-submit = Continuar

sign-in-code-other = Usar otra cuenta

sign-in-other-way = Iniciar sesión de otra forma

sign-in-no-form = Esta instancia no acepta contraseñas.
    .hint = Tampoco ofrece otra forma. Pregunte al administrador cómo iniciar sesión allí.

sign-in-or = o

sign-in-with = Iniciar sesión con

sign-in-own = Correo electrónico

sign-in-identifier = Identificador

sign-in-identifier-empty = Escriba su identificador.

sign-in-identifier-wrong = El identificador o la contraseña no son correctos.

sign-in-identifier-malformed = El servidor no acepta este identificador.

sign-in-log-in-with = Iniciar sesión con { $label }

sign-in-provider-code-lead = { $label } le dejó entrar, y { $host } pide además su propio código. Escriba las seis cifras que muestra su aplicación de autenticación para { $host }; después, el navegador repite el recorrido una vez.

sign-in-blocked = Esperar { $time }

sign-in-password-set = Su contraseña nueva está guardada.
    .hint = Inicie sesión con ella. En los demás dispositivos se cerró la sesión.

sign-in-invited = Su cuenta está lista.
    .hint = Inicie sesión con la contraseña que acaba de elegir.

sign-in-verified = Su dirección está confirmada.

sign-in-signed-out = Ha cerrado la sesión.

sign-in-signed-out-here = Ha cerrado la sesión solo en este equipo.
    .hint = No se pudo avisar al servidor. Allí la sesión termina por sí sola, a los 7 días en la mayoría de los servidores. Una contraseña nueva la termina enseguida.

sign-in-token-gone = El token de acceso ya no se guarda aquí.

sign-in-token-stays = Sigue funcionando. Para anularlo, elimínelo en la página del usuario del Data Studio.

sign-in-use-token = Usar un token de acceso

sign-in-nothing = Aquí no había ninguna sesión iniciada.

sign-in-note-from = De { $project }

sign-in-note-more = Mostrar toda la nota

sign-in-note-less = Mostrar menos

sign-in-sign-up = ¿Sin cuenta todavía? Registrarse

sign-in-continue-title = Ya tiene la sesión iniciada

sign-in-continue-as = Continuar como { $name }

sign-in-somebody-else = Iniciar sesión con otra cuenta
    .hint = Otro inicio de sesión ocupa el lugar de este.

sign-in-password-changed = Su contraseña está cambiada.
