### The settings of one instance.

instance-title = Ajustes de esta instancia

instance-name = Nombre en su lista

instance-address = Dirección

instance-http = Esta dirección no está cifrada. Usted lo aceptó al añadirla.

instance-http-hint = Cualquiera en el camino podría leer su contraseña. Mejor pida una dirección https, añádala y quite esta.

instance-proxy = Proxy

instance-proxy-system = Sistema

instance-proxy-none = Ninguno

instance-proxy-own = Propio

instance-proxy-address = Dirección del proxy

instance-proxy-example = http://proxy.example.com:3128

instance-proxy-hint = Un proxy HTTP sin nombre ni contraseña.

instance-proxy-credentials = Un nombre y una contraseña quedarían aquí en un archivo. Quítelos y configure ese proxy en el sistema.

instance-proxy-scheme = Aquí solo funcionan proxys HTTP. Las direcciones con https también pasan por ellos.

instance-proxy-form = Esto no es la dirección de un proxy. Se ve así: http://proxy.example.com:3128.

instance-ca-file = Autoridad de certificación propia

instance-ca-file-example = /etc/ssl/certs/own.pem

instance-ca-file-hint = Un archivo PEM, de confianza solo para esta instancia. Vacío: las autoridades del sistema.

instance-ca-file-relative = Dé la ruta completa, desde la raíz del sistema de archivos.

instance-browser = Inicio de sesión en el navegador

instance-ports = Puertos en este equipo

instance-ports-example = 28517, 28518, 28519

instance-ports-hint = Como los puso su administrador en la lista del servidor. Vacío: los habituales.

instance-ports-form = Los puertos son números hasta 65535, separados por comas.

instance-ports-count = Tres puertos bastan. Quite los demás.

instance-ports-privileged = Los puertos por debajo de 1024 son del sistema. Elija otros, los mismos que en el servidor.

instance-ports-twice = Un puerto está dos veces. Ponga cada uno una vez.

instance-relay = El servidor incluye el primer puerto en AUTH_ALLOWED_PUBLIC_URLS

instance-save = Guardar

instance-saving = Guardando…

instance-saved = Guardado.

instance-remove = Quitar de la lista
