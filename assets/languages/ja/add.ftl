### Adding an instance.

add-title = インスタンスを追加

add-address = アドレス
    .hint = インスタンスのアドレスを貼り付けてください。ブラウザーのものでかまいません。

add-example = cms.example.com

add-look-up = 調べる

add-looking = 調べています…

add-found-add = 追加

add-found = これでよろしいですか？

add-name = リストでの名前

add-save = 保存して進む

add-saving = 保存しています…

add-other = 別のアドレス

add-allow-http = このアドレスを暗号化なしで使う

add-http-warning = 通信の途中で、誰かにパスワードを読まれるおそれがあります。
    .hint = httpsでなければ、パスワードやトークンがそのままネットワークを流れます。httpsのアドレスを尋ねることをお勧めします。

add-open-kept = 開く

add-kept = このインスタンスはすでに{ $name }として登録されています。

add-use-other = { $host }を使う
