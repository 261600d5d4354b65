### Setting up a second factor, and taking it away.

two-factor-title = Autenticación de dos factores
    .lead = Después de su contraseña, el inicio de sesión pide entonces un código de seis cifras de una aplicación de autenticación. Escriba su contraseña para empezar.

two-factor-lead-provider = El inicio de sesión pide entonces también un código de seis cifras de una aplicación de autenticación.

two-factor-begin = Continuar

two-factor-beginning = Un momento…

two-factor-wrong-password = Esa no es su contraseña.

two-factor-scan = Escanee este código
    .lead = Escanéelo con su aplicación de autenticación, o escriba en ella la clave. Después escriba las seis cifras que muestra la aplicación.

two-factor-key = Clave

two-factor-copy = Copiar la clave

two-factor-copied = Copiada por 45 segundos

two-factor-code = Código

two-factor-code-empty = Escriba el código.

two-factor-code-wrong = El código no se aceptó. Espere al siguiente; si también se rechaza, compruebe el reloj de este equipo y el del teléfono.

two-factor-enable = Activar

two-factor-enabling = Activando…

two-factor-off-title = Desactivar la autenticación de dos factores
    .lead = El inicio de sesión pide entonces solo su contraseña. Escriba un código de su aplicación de autenticación para desactivarla.

two-factor-disable = Desactivar

two-factor-disabling = Desactivando…

two-factor-is-on = La autenticación de dos factores está activada.
    .hint = Guarde la clave en un lugar seguro: sin la aplicación, solo un administrador puede dejarle entrar de nuevo.

two-factor-is-off = La autenticación de dos factores está desactivada.
