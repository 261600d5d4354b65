### Signing in through the browser.

sso-window = Anmeldung im Browser

sso-asking = Wird vorbereitet…
    .lead = { $host } wird gefragt, wie eine Anmeldung mit { $label } auf diesen Computer zurückkommt.

sso-waiting = Weiter im Browser
    .lead = Melden Sie sich dort mit { $label } bei { $host } an. Dieses Fenster kommt von selbst nach vorn, sobald es getan ist.

sso-runs-out = Eine Seite des Anbieters kann früher ablaufen, oft nach fünf Minuten. Öffnen Sie sie dann noch einmal.

sso-open-again = Noch einmal öffnen

sso-copy = Adresse kopieren

sso-copied = Kopiert

sso-keep = Weiter warten

sso-cancel = Abbrechen

sso-no-browser = Es konnte kein Browser geöffnet werden.
    .hint = Kopieren Sie die Adresse und öffnen Sie sie in einem Browser auf diesem Computer. Latchkey wartet darauf.

sso-address = Adresse

sso-reported = Hat es im Browser nicht geklappt?
    .lead = Wenn die Seite dort sagt, dass es nicht geklappt hat, versuchen Sie es noch einmal: Es beginnt von vorn, beim selben Anbieter. Wenn Sie noch dabei sind, machen Sie dort einfach weiter.

sso-reported-code-lead = Wenn dort wieder die Anmeldeseite steht, geben Sie den Code Ihrer Authenticator-App ein und gehen Sie noch eine Runde. Wenn Sie noch dabei sind, machen Sie dort einfach weiter.

sso-over = Die Zeit ist abgelaufen
    .lead = Aus dem Browser kam niemand rechtzeitig zurück. Nichts wurde geändert, und die Seite dort nützt nichts mehr.

sso-copy-lines = Für die Administration kopieren

sso-lines = Für die Administration

sso-time-left = Warten · noch { $time }

sso-unverified-error = Der Server hat vielleicht gemeldet: { $what }
    .hint = Die Meldung kam ohne Nachweis, deshalb wartet Latchkey weiter.

sso-no-way = Es wurde nichts geöffnet

sso-finishing = Anmeldung läuft…
    .lead = Ihr Browser ist zurück. Die Sitzung wird geholt und verwahrt.

sso-enter-code = Code eingeben
