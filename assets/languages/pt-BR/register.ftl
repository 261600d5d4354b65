### Making an account where a project lets anybody do so.

