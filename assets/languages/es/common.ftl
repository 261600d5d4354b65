### What several screens say.

common-show-details = Detalles

common-hide-details = Ocultar los detalles

common-copy-details = Copiar los detalles

common-try-again = Reintentar

common-open-studio = Abrir el Data Studio

common-email = Correo electrónico

common-email-example = usted@example.com

common-password = Contraseña

common-email-empty = Escriba su dirección de correo electrónico.

common-email-malformed = Esto todavía no es una dirección de correo electrónico.

common-password-empty = Escriba su contraseña.

common-masked = ••••••••

common-title = { $name } — { $host } — { $what }

common-no-browser = No se pudo abrir ningún navegador. La dirección es: { $address }

common-plain-http = La conexión con { $host } no está cifrada.
    .hint = Otras personas en la red pueden leer y cambiar lo que envía.

common-span-seconds =
    { $count ->
        [one] { $count } segundo
       *[other] { $count } segundos
    }

common-span-minutes =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minutos
    }

common-span-hours =
    { $count ->
        [one] { $count } hora
       *[other] { $count } horas
    }

common-span-days =
    { $count ->
        [one] { $count } día
       *[other] { $count } días
    }

common-moment = { $day }/{ $month }/{ $year }, { $time }
