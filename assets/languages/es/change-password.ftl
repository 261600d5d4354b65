### A new password for the account that is signed in.

change-password-title = Cambiar la contraseña
    .lead = Con ello se cierra la sesión en todos los dispositivos, también en este: después inicia sesión con la contraseña nueva.

change-password-account = Cuenta

change-password-submit = Cambiar la contraseña

change-password-busy = Cambiando…

change-password-forbidden = En este servidor solo los administradores cambian aquí una contraseña.
    .hint = Un enlace por correo sirve para todas las cuentas.

change-password-mail = Enviarme un enlace
