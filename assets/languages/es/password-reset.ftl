### Asking for the mail, and waiting for it.

password-reset-title = ¿Olvidó su contraseña?
    .lead = Escriba la dirección de correo electrónico de su cuenta. Recibirá un correo con un enlace para elegir una contraseña nueva.

password-reset-window = Contraseña olvidada

password-reset-send = Enviar el enlace

password-reset-sending = Enviando…

password-reset-have-link = Ya tengo un enlace

password-reset-waiting = Revise su correo

password-reset-paste-title = Pegue su enlace
    .lead = Copie el enlace del correo y péguelo aquí. También sirve el token solo.

password-reset-click = Pulse el enlace que contiene y aparecerá esta ventana. Si no pasa nada, copie el enlace y péguelo abajo.

password-reset-bridge = Su enlace abre una página en el navegador: elija allí “Open in Latchkey” y aparecerá esta ventana. Si no pasa nada, copie el enlace y péguelo abajo.

password-reset-studio = Su enlace abre el Data Studio. Para terminar aquí, copie el enlace del correo y péguelo abajo.

password-reset-link = Enlace del correo

password-reset-open-link = Abrir el enlace

password-reset-link-example = Péguelo aquí

password-reset-not-coming = No llega

password-reset-hide-reasons = Ocultar los motivos

password-reset-not-ours = Los enlaces de los correos todavía no abren Latchkey en este equipo.

password-reset-register = Dejar que Latchkey los abra

password-reset-not-registered = El sistema no deja que Latchkey abra estos enlaces.
    .hint = Copie el enlace del correo y péguelo abajo.

password-reset-line = Para el administrador, para que el enlace del correo abra Latchkey

password-reset-copy-line = Copiar la línea

password-reset-copied = Copiado

password-reset-again = Enviar de nuevo

password-reset-again-in = Enviar de nuevo en { $time }

password-reset-neutral = Si { $email } tiene en { $host } una cuenta cuya contraseña se puede restablecer, hay un correo en camino.

password-reset-reason-1 = Puede tardar unos minutos, y el correo puede estar en la carpeta de correo no deseado.

password-reset-reason-2 = Puede que la cuenta use otra dirección de correo electrónico.

password-reset-reason-3 = Puede que la cuenta inicie sesión con inicio de sesión único: su contraseña se cambia en ese proveedor.

password-reset-reason-4 = Puede que la cuenta esté suspendida, o que el servidor no pueda enviar correos. El administrador lo sabe.
