### Signing in with an access token made in the Data Studio.

access-token-title = Usar un token de acceso

access-token-window = Token de acceso

access-token-token = Token de acceso

access-token-where = En el Data Studio, abra su propia página de usuario, genere allí un token, guarde la página y pegue el token aquí.

access-token-means = No caduca por sí solo, y quien lo tiene actúa en su nombre. Al cerrar sesión aquí solo se olvida en este equipo; para anularlo, elimínelo en esa misma página.

access-token-submit = Comprobar y guardar

access-token-busy = Comprobando el token…
