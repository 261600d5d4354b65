### Asking for the mail, and waiting for it.

forgot-title = ¿Olvidó su contraseña?

forgot-window = Contraseña olvidada

forgot-lead = Escriba la dirección de correo electrónico de su cuenta. Recibirá un correo con un enlace para elegir una contraseña nueva.

forgot-send = Enviar el enlace

forgot-sending = Enviando…

forgot-have-link = Ya tengo un enlace

forgot-waiting = Revise su correo

forgot-paste-title = Pegue su enlace

forgot-paste-lead = Copie el enlace del correo y péguelo aquí. También sirve el token solo.

forgot-click = Pulse el enlace que contiene y aparecerá esta ventana. Si no pasa nada, copie el enlace y péguelo abajo.

forgot-bridge = Su enlace abre una página en el navegador: elija allí “Open in Latchkey” y aparecerá esta ventana. Si no pasa nada, copie el enlace y péguelo abajo.

forgot-studio = Su enlace abre el Data Studio. Para terminar aquí, copie el enlace del correo y péguelo abajo.

forgot-link = Enlace del correo

forgot-open-link = Abrir el enlace

forgot-link-example = Péguelo aquí

forgot-not-coming = No llega

forgot-hide-reasons = Ocultar los motivos

forgot-not-ours = Los enlaces de los correos todavía no abren Latchkey en este equipo.

forgot-register = Dejar que Latchkey los abra

forgot-not-registered = El sistema no deja que Latchkey abra estos enlaces.

forgot-not-registered-hint = Copie el enlace del correo y péguelo abajo.

forgot-line = Para el administrador, para que el enlace del correo abra Latchkey

forgot-copy-line = Copiar la línea

forgot-copied = Copiado

forgot-again = Enviar de nuevo

forgot-again-in = Enviar de nuevo en { $time }

forgot-neutral = Si { $email } tiene en { $host } una cuenta cuya contraseña se puede restablecer, hay un correo en camino.

forgot-reason-1 = Puede tardar unos minutos, y el correo puede estar en la carpeta de correo no deseado.

forgot-reason-2 = Puede que la cuenta use otra dirección de correo electrónico.

forgot-reason-3 = Puede que la cuenta inicie sesión con inicio de sesión único: su contraseña se cambia en ese proveedor.

forgot-reason-4 = Puede que la cuenta esté suspendida, o que el servidor no pueda enviar correos. El administrador lo sabe.
