### Asking for the mail, and waiting for it.

password-reset-title = パスワードをお忘れですか？
    .lead = アカウントのメールアドレスを入力してください。新しいパスワードを設定するリンクがメールで届きます。

password-reset-window = パスワードを忘れた場合

password-reset-send = リンクを送る

password-reset-sending = 送信しています…

password-reset-have-link = リンクをすでに持っています

password-reset-waiting = メールを確認してください

password-reset-paste-title = リンクを貼り付け
    .lead = メールのリンクをコピーして、ここに貼り付けてください。トークンだけでもかまいません。

password-reset-click = メールのリンクをクリックすると、このウィンドウが前に出ます。何も起きない場合は、リンクをコピーして下に貼り付けてください。

password-reset-bridge = メールのリンクはブラウザーでページを開きます。そこで「Open in Latchkey」を選ぶと、このウィンドウが前に出ます。何も起きない場合は、リンクをコピーして下に貼り付けてください。

password-reset-studio = メールのリンクはData Studioを開きます。ここで終えるには、メールのリンクをコピーして下に貼り付けてください。

password-reset-link = メールのリンク

password-reset-open-link = リンクを開く

password-reset-link-example = ここに貼り付け

password-reset-not-coming = メールが届かない

password-reset-hide-reasons = 理由を隠す

password-reset-not-ours = このコンピューターでは、メールのリンクでまだLatchkeyが開きません。

password-reset-register = Latchkeyで開くようにする

password-reset-not-registered = システムが、Latchkeyでこのリンクを開くことを許可していません。
    .hint = メールのリンクをコピーして、下に貼り付けてください。

password-reset-line = 管理者の方へ：メールのリンクでLatchkeyを開くために

password-reset-copy-line = 行をコピー

password-reset-copied = コピーしました

password-reset-again = もう一度送る

password-reset-again-in = { $time }後にもう一度送れます

password-reset-neutral = { $email }のアカウントが{ $host }にあり、パスワードを再設定できる場合は、メールを送信しました。

password-reset-reason-1 = 数分かかることがあります。迷惑メールに入っていることもあります。

password-reset-reason-2 = アカウントが別のメールアドレスを使っているかもしれません。

password-reset-reason-3 = アカウントがシングルサインオンを使っているかもしれません。パスワードはそのプロバイダーで設定します。

password-reset-reason-4 = アカウントが停止されているか、サーバーがメールを送れないのかもしれません。管理者に確認してください。
