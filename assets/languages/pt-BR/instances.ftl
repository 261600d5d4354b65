### The list of instances.

instances-title = Suas instâncias

instances-add-short = Adicionar

instances-empty-title = Boas-vindas ao Latchkey

instances-empty = O Latchkey faz seu acesso ao Directus. Adicione a instância com que você trabalha pelo endereço dela no navegador.

instances-add = Adicionar uma instância

instances-loading = Lendo suas instâncias…

instances-remove = Remover

instances-rename = Renomear

instances-move-up = Mover para cima

instances-move-down = Mover para baixo

instances-settings = Configurações

instances-name = Nome

instances-name-keep = Salvar

instances-name-cancel = Cancelar

instances-name-empty = O nome está vazio. Dê a ele pelo menos um caractere visível.

instances-removed = { $name } foi removida.

instances-removed-signed-in = Você sairá dela quando este aviso sumir.

instances-undo = Desfazer

instances-search = Buscar

instances-search-example = Nome, endereço ou e-mail

instances-nothing = Nenhuma instância combina com “{ $words }”.

instances-checking = Verificando…

instances-signed-out = Desconectado

instances-ended = Entre de novo

instances-locked = Chaveiro bloqueado

instances-no-keyring = Chaveiro não disponível

instances-damaged = Não dá para ler o acesso salvo

instances-signed-in = Conectado como { $who }

instances-not-reachable = Conectado como { $who } · fora de alcance

instances-unconfirmed = Conectado como { $who } · não confirmado

instances-file-damaged = A lista de instâncias estava danificada. Ela foi posta de lado como { $kept_as }

instances-recovered =
    { $count ->
        [0] Adicione suas instâncias de novo; seus acessos estão no chaveiro.
        [one] Uma instância foi restaurada da última cópia boa.
       *[other] { $count } instâncias foram restauradas da última cópia boa.
    }

instances-newer = A lista de instâncias foi escrita por um Latchkey mais novo.
    .hint = Ela é mostrada como está e não é alterada. Atualize o Latchkey para alterá-la.

instances-skipped =
    { $count ->
        [one] Não foi possível ler uma entrada da lista. Ela fica no arquivo como está.
       *[other] Não foi possível ler { $count } entradas da lista. Elas ficam no arquivo como estão.
    }
