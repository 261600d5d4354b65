### What this program is, where it keeps things, and its keys.

about-window = Sobre — Latchkey

about-lead = O programa de computador para entrar no Directus.

about-version = Versão { $version }, licença { $license }

about-copy = Copiar

about-places = Onde ficam guardadas as coisas

about-sessions = Sessões

about-keyring = No chaveiro deste computador. Nenhum arquivo contém senha ou token.

about-config = Instâncias e configurações

about-state = Tamanho da janela e bloqueios

about-cache = Logotipos

about-keys = Teclado

about-key-tab = Tab

about-key-tab-does = Ir ao próximo controle; com Shift, ao anterior

about-key-arrows = Setas, Home, End

about-key-arrows-does = Percorrer uma lista ou uma escolha

about-key-enter = Enter, Espaço

about-key-enter-does = Acionar o controle; Enter também envia um formulário

about-key-escape = Esc

about-key-escape-does = Cancelar o que está em andamento; senão, voltar

about-key-add-does = Adicionar uma instância

about-key-instance-does = Abrir a instância nesta posição da lista

about-key-settings-does = Configurações

about-key-size-does = Texto maior, texto menor, tamanho normal

about-key-about-does = Esta página

about-key-quit-does = Fechar o programa

about-key-control = Ctrl
