### Looking an instance and this computer over.

doctor-link = Revisar esta instancia

doctor-window = Revisión

doctor-lead = Lo que permiten el servidor y este equipo, y lo que arregla el resto. No se cambia nada, y nadie recibe un correo.

doctor-busy = Revisando…

doctor-busy-lead = El servidor, sus formas de iniciar sesión, su llavero y los enlaces de los correos. Tarda medio minuto como mucho.

doctor-again = Revisar de nuevo

doctor-server = El servidor

doctor-computer = Este equipo

doctor-all-fine = Todo está como debe.

doctor-copy = Copiar

doctor-copied = Copiado

doctor-warning = podría estar mejor

doctor-failed = hay que arreglarlo

doctor-to-mend =
    { $count ->
        [one] Se puede arreglar una cosa.
       *[other] Se pueden arreglar { $count } cosas.
    }

### What was found when an instance and this computer were looked over.

doctor-skipped = No se miró, porque algo anterior falló.

doctor-reachable-title = Conexión

doctor-reachable = { $host } responde.

doctor-tls-title = Cifrado

doctor-tls = Con TLS, y un certificado en el que confía este equipo.

doctor-tls-own-authority = Con TLS, y las autoridades de certificación de este equipo y del archivo propio de esta instancia.

doctor-tls-same-machine = Ninguno, y no hace falta: lo que se envía no sale de este equipo.

doctor-tls-none = Lo que se envía a { $host } no está cifrado: otros en la red pueden leerlo y cambiarlo, también las contraseñas.

doctor-tls-none-fix = Pida a un administrador que ofrezca el servidor por https, y añádalo de nuevo con esa dirección.

doctor-tls-trust = Si es su propio servidor, pida a su administrador el certificado de la autoridad, compare la huella y añada de nuevo la instancia con ese archivo. En una red ajena, puede que alguien esté leyendo lo que envía.

doctor-clock-title = Reloj

doctor-clock-untold = No se sabe: el servidor no dijo su hora.

doctor-clock-agrees = Este equipo y el servidor coinciden, con menos de un minuto de diferencia.

doctor-clock-ahead = El reloj de este equipo va { $time } por delante del reloj del servidor. De ambos dependen los códigos de un solo uso y la vida de los tokens.

doctor-clock-behind = El reloj de este equipo va { $time } por detrás del reloj del servidor. De ambos dependen los códigos de un solo uso y la vida de los tokens.

doctor-directus-title = Directus

doctor-directus-eleven = Directus 11 responde.

doctor-directus-twelve-unlicensed = Directus 12 responde, sin licencia.

doctor-directus-twelve = Directus 12 responde.

doctor-directus-unknown = Directus responde, de una generación que este Latchkey no conoce.

doctor-directus-down-fix = Reinténtelo dentro de un rato: el servidor detrás de su proxy está parado, arrancando o en mantenimiento.

doctor-reset-link-title = Correo para una contraseña olvidada

doctor-reset-link-untold = No se sabe: este servidor solo lo dice cuando se pide un correo, como Directus antes de 11.14.1.

doctor-reset-link-bridge = Su enlace lleva a una página que ofrece Latchkey y el navegador; funciona en todos los programas de correo.

doctor-reset-link-scheme = Su enlace abre Latchkey. Donde un programa de correo no deja pulsarlo, se puede pegar.

doctor-reset-link-studio = Su enlace abre el Data Studio. Se puede pegar en Latchkey; para que un clic abra Latchkey, un administrador añade esto al entorno del servidor (a lo que ya contiene la lista) y reinicia Directus.

doctor-sign-in-title = Formas de iniciar sesión

doctor-sign-in-own = correo electrónico y contraseña

doctor-sign-in-ways = { $ways }.

doctor-sign-in-none = Ninguna: el inicio de sesión con correo y contraseña está desactivado, y no se ofrece ningún proveedor. Un administrador pone esto y reinicia Directus.

doctor-sign-in-licence = Directus 12 ofrece proveedores solo con una licencia que los incluya.

doctor-sso-route-title = Inicio de sesión con { $provider }

doctor-sso-route-ldap = Con el nombre y la contraseña del directorio (LDAP); no hace falta navegador.

doctor-sso-route-password = Con un nombre y una contraseña; no hace falta navegador.

doctor-sso-route-unknown = Este Latchkey no conoce los inicios de sesión del tipo “{ $driver }”.

doctor-sso-route-hand-off = El navegador lo entrega a Latchkey, por medio de la extensión del servidor.

doctor-sso-route-same-host = La instancia está en este equipo, y el navegador puede volver a Latchkey.

doctor-sso-route-relay = La respuesta del proveedor llega a Latchkey, que la pasa al servidor.

doctor-companion-title = Extensión para Latchkey

doctor-companion-answers = directus-extension-latchkey responde.

doctor-companion-needed = Un inicio de sesión con un proveedor la necesita para volver a este equipo.

doctor-companion-useful = Aquí ningún proveedor la necesita; con ella los enlaces de los correos funcionarían en todos los programas de correo.

doctor-companion-absent = directus-extension-latchkey no está instalada. { $why } Un administrador ejecuta esto en el directorio donde arranca Directus, y reinicia Directus.

doctor-companion-unfinished = directus-extension-latchkey está instalada, pero no está lista. Dice: “{ $words }”

doctor-companion-unfinished-fix = Pida a un administrador que reinicie Directus.

doctor-keyring-title = Llavero

doctor-keyring-unnamed = El llavero

doctor-keyring-keeps = { $name } guarda lo que se le da.

doctor-keyring-locked-fix = Desbloquéelo en el gestor de contraseñas de su sistema (Contraseñas y claves, KWalletManager, KeePassXC). Eso no cierra la sesión de nadie: lo que guarda solo no está a mano.

doctor-keyring-denied-fix = Reinténtelo cuando quiera desbloquearlo. Eso no cierra la sesión de nadie.

doctor-keyring-unavailable-fix = Instale e inicie uno que ofrezca el Secret Service: gnome-keyring, KWallet, o KeePassXC con su Secret Service activado. Hasta entonces una sesión dura solo mientras la ventana está abierta.

doctor-keyring-timed-out-fix = Mire si pide su contraseña en otra ventana; si no, reinícielo, por ejemplo cerrando la sesión del escritorio y abriéndola de nuevo.

doctor-scheme-title = Enlaces de los correos

doctor-scheme-ours = Un clic en uno abre este Latchkey.

doctor-scheme-unknown = No se puede decir quién los abre: { $reason }.

doctor-scheme-nobody = Un clic en uno no hace nada; aun así se puede pegar.

doctor-scheme-gone = Un clic en uno no hace nada: { $program } debía abrirlo y ya no está.

doctor-scheme-other = Un clic en uno abre otro programa, u otra copia de este: { $program }.
