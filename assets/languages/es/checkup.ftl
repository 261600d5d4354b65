### Looking an instance and this computer over.

