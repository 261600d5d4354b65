### To be translated.
