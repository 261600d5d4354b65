### Asking for the mail, and waiting for it.

forgot-title = パスワードをお忘れですか？

forgot-window = パスワードを忘れた場合

forgot-lead = アカウントのメールアドレスを入力してください。新しいパスワードを設定するリンクがメールで届きます。

forgot-send = リンクを送る

forgot-sending = 送信しています…

forgot-have-link = リンクをすでに持っています

forgot-waiting = メールを確認してください

forgot-paste-title = リンクを貼り付け

forgot-paste-lead = メールのリンクをコピーして、ここに貼り付けてください。トークンだけでもかまいません。

forgot-click = メールのリンクをクリックすると、このウィンドウが前に出ます。何も起きない場合は、リンクをコピーして下に貼り付けてください。

forgot-bridge = メールのリンクはブラウザーでページを開きます。そこで「Open in Latchkey」を選ぶと、このウィンドウが前に出ます。何も起きない場合は、リンクをコピーして下に貼り付けてください。

forgot-studio = メールのリンクはData Studioを開きます。ここで終えるには、メールのリンクをコピーして下に貼り付けてください。

forgot-link = メールのリンク

forgot-open-link = リンクを開く

forgot-link-example = ここに貼り付け

forgot-not-coming = メールが届かない

forgot-hide-reasons = 理由を隠す

forgot-not-ours = このコンピューターでは、メールのリンクでまだLatchkeyが開きません。

forgot-register = Latchkeyで開くようにする

forgot-not-registered = システムが、Latchkeyでこのリンクを開くことを許可していません。

forgot-not-registered-hint = メールのリンクをコピーして、下に貼り付けてください。

forgot-line = 管理者の方へ：メールのリンクでLatchkeyを開くために

forgot-copy-line = 行をコピー

forgot-copied = コピーしました

forgot-again = もう一度送る

forgot-again-in = { $time }後にもう一度送れます

forgot-neutral = { $email }のアカウントが{ $host }にあり、パスワードを再設定できる場合は、メールを送信しました。

forgot-reason-1 = 数分かかることがあります。迷惑メールに入っていることもあります。

forgot-reason-2 = アカウントが別のメールアドレスを使っているかもしれません。

forgot-reason-3 = アカウントがシングルサインオンを使っているかもしれません。パスワードはそのプロバイダーで設定します。

forgot-reason-4 = アカウントが停止されているか、サーバーがメールを送れないのかもしれません。管理者に確認してください。
