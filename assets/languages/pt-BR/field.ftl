### What a field says by itself.

field-caps-lock = Parece que o Caps Lock está ativado.
