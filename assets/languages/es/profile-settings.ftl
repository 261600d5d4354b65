### The settings of one instance.

profile-settings-title = Ajustes de esta instancia

profile-settings-name = Nombre en su lista

profile-settings-address = Dirección

profile-settings-http = Esta dirección no está cifrada. Usted lo aceptó al añadirla.
    .hint = Cualquiera en el camino podría leer su contraseña. Mejor pida una dirección https, añádala y quite esta.

profile-settings-proxy = Proxy

profile-settings-proxy-system = Sistema

profile-settings-proxy-none = Ninguno

profile-settings-proxy-own = Propio

profile-settings-proxy-address = Dirección del proxy
    .hint = Un proxy HTTP sin nombre ni contraseña.

profile-settings-proxy-example = http://proxy.example.com:3128

profile-settings-proxy-credentials = Un nombre y una contraseña quedarían aquí en un archivo. Quítelos y configure ese proxy en el sistema.

profile-settings-proxy-scheme = Aquí solo funcionan proxys HTTP. Las direcciones con https también pasan por ellos.

profile-settings-proxy-form = Esto no es la dirección de un proxy. Se ve así: http://proxy.example.com:3128.

profile-settings-ca-file = Autoridad de certificación propia
    .hint = Un archivo PEM, de confianza solo para esta instancia. Vacío: las autoridades del sistema.

profile-settings-ca-file-example = /etc/ssl/certs/own.pem

profile-settings-ca-file-relative = Dé la ruta completa, desde la raíz del sistema de archivos.

profile-settings-browser = Inicio de sesión en el navegador

profile-settings-ports = Puertos en este equipo
    .hint = Como los puso su administrador en la lista del servidor. Vacío: los habituales.

profile-settings-ports-example = 28517, 28518, 28519

profile-settings-ports-form = Los puertos son números hasta 65535, separados por comas.

profile-settings-ports-count = Tres puertos bastan. Quite los demás.

profile-settings-ports-privileged = Los puertos por debajo de 1024 son del sistema. Elija otros, los mismos que en el servidor.

profile-settings-ports-twice = Un puerto está dos veces. Ponga cada uno una vez.

profile-settings-relay = El servidor incluye el primer puerto en AUTH_ALLOWED_PUBLIC_URLS

profile-settings-save = Guardar

profile-settings-saving = Guardando…

profile-settings-saved = Guardado.

profile-settings-remove = Quitar de la lista
