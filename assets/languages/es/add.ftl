### Adding an instance.

add-title = Añadir una instancia

add-address = Dirección
    .hint = Pegue cualquier dirección de la instancia, por ejemplo la del navegador.

add-example = cms.example.com

add-look-up = Buscar

add-looking = Buscando…

add-found-add = Añadir

add-found = ¿Es esta?

add-name = Nombre en su lista

add-save = Guardar y continuar

add-saving = Guardando…

add-other = Otra dirección

add-allow-http = Usar esta dirección sin cifrado

add-http-warning = Cualquiera en el camino podría leer su contraseña.
    .hint = Sin https, las contraseñas y los tokens viajan sin cifrar por la red. Mejor pida una dirección https.

add-open-kept = Abrirla

add-kept = Ya tiene esta instancia, con el nombre { $name }.

add-use-other = Usar { $host }
