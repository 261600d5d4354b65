### Signing in through the browser.

browser-window = Anmeldung im Browser

browser-asking = Wird vorbereitet…

browser-waiting = Weiter im Browser

browser-runs-out = Eine Seite des Anbieters kann früher ablaufen, oft nach fünf Minuten. Öffnen Sie sie dann noch einmal.

browser-open-again = Noch einmal öffnen

browser-copy = Adresse kopieren

browser-copied = Kopiert

browser-keep = Weiter warten

browser-cancel = Abbrechen

browser-no-browser = Es konnte kein Browser geöffnet werden.

browser-no-browser-hint = Kopieren Sie die Adresse und öffnen Sie sie in einem Browser auf diesem Computer. Latchkey wartet darauf.

browser-address = Adresse

browser-hearsay-hint = Die Meldung kam ohne Nachweis, deshalb wartet Latchkey weiter.

browser-reported = Hat es im Browser nicht geklappt?

browser-reported-lead = Wenn die Seite dort sagt, dass es nicht geklappt hat, versuchen Sie es noch einmal: Es beginnt von vorn, beim selben Anbieter. Wenn Sie noch dabei sind, machen Sie dort einfach weiter.

browser-reported-code-lead = Wenn dort wieder die Anmeldeseite steht, geben Sie den Code Ihrer Authenticator-App ein und gehen Sie noch eine Runde. Wenn Sie noch dabei sind, machen Sie dort einfach weiter.

browser-over = Die Zeit ist abgelaufen

browser-over-lead = Aus dem Browser kam niemand rechtzeitig zurück. Nichts wurde geändert, und die Seite dort nützt nichts mehr.

browser-copy-lines = Für die Administration kopieren

browser-lines = Für die Administration

browser-asking-lead = { $host } wird gefragt, wie eine Anmeldung mit { $label } auf diesen Computer zurückkommt.

browser-waiting-lead = Melden Sie sich dort mit { $label } bei { $host } an. Dieses Fenster kommt von selbst nach vorn, sobald es getan ist.

browser-time-left = Warten · noch { $time }

browser-hearsay = Der Server hat vielleicht gemeldet: { $what }

browser-no-way = Es wurde nichts geöffnet

browser-finishing = Anmeldung läuft…

browser-finishing-lead = Ihr Browser ist zurück. Die Sitzung wird geholt und verwahrt.

browser-enter-code = Code eingeben
