### Setting the password a link is for.

new-password-title = Elegir una contraseña nueva

new-password-invite-title = Le damos la bienvenida: elija una contraseña

new-password-verify-title = Confirmar su dirección
    .lead = Esto confirma la dirección de correo electrónico con la que se registró.

new-password-window = Contraseña nueva

new-password-account = Cuenta (según el enlace)

new-password-account-unknown = El enlace no la nombra

new-password-new = Contraseña nueva

new-password-repeat = Repítala

new-password-empty = Escriba una contraseña nueva.

new-password-different = Las dos no son iguales.

new-password-rules = Las reglas del servidor no permiten esta contraseña. Pruebe una más larga que mezcle letras, cifras y signos.

new-password-set = Guardar la contraseña

new-password-setting = Guardando…

new-password-confirm = Confirmar

new-password-confirming = Confirmando…

new-password-placing = Buscando a qué instancia pertenece este enlace…

new-password-choose = ¿Para qué instancia es este enlace?
    .lead = El enlace encaja con más de una de sus instancias. Todavía no se ha enviado nada.

new-password-unusable = Este enlace no se puede usar

new-password-new-link = Enviar un enlace nuevo

new-password-ask-again = Pida a quien le invitó que envíe de nuevo la invitación.

new-password-register-again = Regístrese de nuevo, o pregunte a un administrador del proyecto.

new-password-confirmed-or-not-whole = Esta dirección ya se confirmó, o el enlace no está entero.

new-password-try-to-sign-in = Pruebe a iniciar sesión.

new-password-sign-in = Iniciar sesión

new-password-close = Cerrar

new-password-sent-to = La contraseña se envía a esta instancia y a ningún otro sitio.
