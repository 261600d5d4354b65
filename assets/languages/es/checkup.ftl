### Looking an instance and this computer over.

checkup-link = Revisar esta instancia

checkup-window = Revisión

checkup-lead = Lo que permiten el servidor y este equipo, y lo que arregla el resto. No se cambia nada, y nadie recibe un correo.

checkup-busy = Revisando…

checkup-busy-lead = El servidor, sus formas de iniciar sesión, su llavero y los enlaces de los correos. Tarda medio minuto como mucho.

checkup-again = Revisar de nuevo

checkup-server = El servidor

checkup-computer = Este equipo

checkup-all-fine = Todo está como debe.

checkup-copy = Copiar

checkup-copied = Copiado

checkup-warning = podría estar mejor

checkup-failed = hay que arreglarlo

checkup-to-mend =
    { $count ->
        [one] Se puede arreglar una cosa.
       *[other] Se pueden arreglar { $count } cosas.
    }
