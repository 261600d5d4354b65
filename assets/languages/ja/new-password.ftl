### Setting the password a link is for.

new-password-title = 新しいパスワードを設定

new-password-invite-title = ようこそ。パスワードを決めてください

new-password-verify-title = メールアドレスを確認
    .lead = 登録に使ったメールアドレスを確認します。

new-password-window = 新しいパスワード

new-password-account = アカウント（リンクの記載）

new-password-account-unknown = リンクに記載がありません

new-password-new = 新しいパスワード

new-password-repeat = もう一度入力

new-password-empty = 新しいパスワードを入力してください。

new-password-different = 2つが一致しません。

new-password-rules = サーバーのパスワードの規則に合いません。文字、数字、記号を混ぜた、より長いものを試してください。

new-password-set = パスワードを設定

new-password-setting = 設定しています…

new-password-confirm = 確認する

new-password-confirming = 確認しています…

new-password-placing = このリンクがどのインスタンスのものか調べています…

new-password-choose = このリンクはどのインスタンスのものですか？
    .lead = このリンクは複数のインスタンスに当てはまります。まだ何も送信していません。

new-password-unusable = このリンクは使えません

new-password-new-link = 新しいリンクを送る

new-password-ask-again = 招待した方に、もう一度招待を送るよう頼んでください。

new-password-register-again = もう一度登録するか、プロジェクトの管理者に尋ねてください。

new-password-confirmed-or-not-whole = このメールアドレスはすでに確認済みか、リンクが欠けています。

new-password-try-to-sign-in = サインインしてみてください。

new-password-sign-in = サインイン

new-password-close = 閉じる

new-password-sent-to = パスワードはこのインスタンスにだけ送られます。
