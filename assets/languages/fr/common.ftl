### What several screens say.

