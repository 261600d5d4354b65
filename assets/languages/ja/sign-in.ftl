### Signing in.

sign-in-title = サインイン

sign-in-busy = サインインしています…

sign-in-forgot = パスワードをお忘れですか？

sign-in-code-title = ワンタイムコード
    .lead = 認証アプリに表示されている、このアカウントの6桁の数字を入力してください。

sign-in-code = コード

sign-in-code-empty = コードを入力してください。

sign-in-code-clock = コードが受け付けられませんでした。次のコードを待ってください。それも拒否される場合は、このコンピューターとスマートフォンの時計を確認してください。

sign-in-code-submit = 続ける

sign-in-code-other = 別のアカウントを使う

sign-in-other-way = 別の方法でサインイン

sign-in-no-form = このインスタンスはパスワードを受け付けません。
    .hint = ほかの方法もありません。サインインの方法を管理者に尋ねてください。

sign-in-or = または

sign-in-with = サインインの方法

sign-in-own = メールアドレス

sign-in-identifier = 識別名

sign-in-identifier-empty = 識別名を入力してください。

sign-in-identifier-wrong = 識別名またはパスワードが違います。

sign-in-identifier-malformed = サーバーはこの識別名を受け付けません。

sign-in-log-in-with = { $label }でログイン

sign-in-provider-code-lead = { $label }の認証は済みましたが、{ $host }は独自のコードも求めています。認証アプリに表示されている{ $host }の6桁の数字を入力してください。そのあとブラウザーがもう一度開きます。

sign-in-blocked = { $time }お待ちください

sign-in-password-set = 新しいパスワードを設定しました。
    .hint = そのパスワードでサインインしてください。ほかのデバイスはすべてサインアウトされました。

sign-in-invited = アカウントの準備ができました。
    .hint = 先ほど決めたパスワードでサインインしてください。

sign-in-verified = メールアドレスを確認しました。

sign-in-signed-out = サインアウトしました。

sign-in-signed-out-here = このコンピューターからだけサインアウトしました。
    .hint = サーバーに伝えられませんでした。セッションは、多くのサーバーでは7日後に自然に終わります。新しいパスワードを設定すると、すぐに終わります。

sign-in-token-gone = アクセストークンはもうここに保存されていません。

sign-in-token-stays = トークンはまだ有効です。無効にするには、Data Studioのユーザーページで削除してください。

sign-in-use-token = アクセストークンを使う

sign-in-nothing = ここでは誰もサインインしていませんでした。

sign-in-note-from = { $project }より

sign-in-note-more = 全文を表示

sign-in-note-less = 一部だけ表示

sign-in-sign-up = アカウントがない場合は登録

sign-in-continue-title = すでにサインインしています

sign-in-continue-as = { $name }として続ける

sign-in-somebody-else = 別の人としてサインイン
    .hint = 別のサインインが、このサインインに代わります。

sign-in-password-changed = パスワードを変更しました。
