### Adding an instance.

add-title = Adicionar uma instância

add-address = Endereço
    .hint = Cole qualquer endereço dela, por exemplo do navegador.

add-example = cms.example.com

add-look-up = Procurar

add-looking = Procurando…

add-found-add = Adicionar

add-found = É esta?

add-name = Nome na sua lista

add-save = Salvar e continuar

add-saving = Salvando…

add-other = Outro endereço

add-allow-http = Usar este endereço sem criptografia

add-http-warning = Qualquer pessoa no caminho poderia ler sua senha.
    .hint = Sem https, senhas e tokens atravessam a rede às claras. Melhor: peça um endereço https.

add-open-kept = Abrir

add-kept = Você já tem esta instância, como { $name }.

add-use-other = Usar { $host }
