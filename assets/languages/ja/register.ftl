### Making an account where a project lets anybody do so.

register-title = アカウント登録
    .lead = { $host }に自分のアカウントを作ります。

register-submit = 登録

register-busy = 登録しています…

register-signing-in = サインインしています…

register-forbidden = このプロジェクトでは、このメールアドレスは登録できません。
    .hint = 組織のメールアドレスだけを受け付けているか、新しいアカウントを受け付けていないのかもしれません。プロジェクトの管理者に尋ねてください。

register-waiting = メールを確認してください

register-neutral = { $email }のアカウントが{ $host }にまだない場合は、確認のメールを送信しました。

register-click = メールのリンクをクリックすると、このウィンドウが前に出ます。何も起きない場合は、リンクをコピーして下に貼り付けてください。

register-server = メールのリンクをクリックすると、サーバーがメールアドレスを確認します。リンクをコピーして下に貼り付けることもできます。

register-sign-in = 確認済み：サインイン

register-known = このメールアドレスには、すでにアカウントがあるかもしれません。
    .hint = そのパスワードでサインインするか、新しいパスワードのリンクを送ってもらってください。
