### Looking an instance and this computer over.

checkup-link = Vérifier cette instance

checkup-window = Vérification

checkup-lead = Ce que le serveur et cet ordinateur permettent, et ce qui corrige le reste. Rien n’est modifié, et personne ne reçoit d’e-mail.

checkup-busy = Vérification…

checkup-busy-lead = Le serveur, ses modes de connexion, votre trousseau de clés et les liens des e-mails. Cela prend une demi-minute au plus.

checkup-again = Vérifier de nouveau

checkup-server = Le serveur

checkup-computer = Cet ordinateur

checkup-all-fine = Tout est comme il faut.

checkup-copy = Copier

checkup-copied = Copié

checkup-warning = pourrait être mieux

checkup-failed = à corriger

checkup-to-mend =
    { $count ->
        [one] Une chose peut être corrigée.
       *[other] { $count } choses peuvent être corrigées.
    }
