### Making an account where a project lets anybody do so.

register-title = Registrarse
    .lead = Crea su propia cuenta en { $host }.

register-submit = Registrarse

register-busy = Registrando…

register-signing-in = Iniciando sesión…

register-forbidden = Este proyecto no deja que se registre esta dirección.
    .hint = Puede que solo acepte direcciones de su organización, o ninguna cuenta nueva. Pregunte a un administrador del proyecto.

register-waiting = Revise su correo

register-neutral = Si { $email } todavía no tiene cuenta en { $host }, hay un correo en camino para confirmar la dirección.

register-click = Pulse el enlace que contiene y aparecerá esta ventana. Si no pasa nada, copie el enlace y péguelo abajo.

register-server = Pulse el enlace que contiene: el servidor confirma su dirección. O copie el enlace y péguelo abajo.

register-sign-in = Ya la confirmé: iniciar sesión

register-known = Puede que esta dirección ya tenga una cuenta.
    .hint = Inicie sesión con su contraseña, o pida que le envíen un enlace para elegir una nueva.
