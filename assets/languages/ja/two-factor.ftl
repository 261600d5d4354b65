### Setting up a second factor, and taking it away.

two-factor-title = 二要素認証
    .lead = サインインのとき、パスワードのあとに認証アプリの6桁のコードも求められるようになります。始めるにはパスワードを入力してください。

two-factor-lead-provider = サインインのとき、認証アプリの6桁のコードも求められるようになります。

two-factor-begin = 続ける

two-factor-beginning = お待ちください…

two-factor-wrong-password = パスワードが違います。

two-factor-scan = このコードを読み取ってください
    .lead = 認証アプリで読み取るか、キーを入力してください。そのあと、アプリに表示される6桁の数字を入力します。

two-factor-key = キー

two-factor-copy = キーをコピー

two-factor-copied = 45秒間コピーしました

two-factor-code = コード

two-factor-code-empty = コードを入力してください。

two-factor-code-wrong = コードが受け付けられませんでした。次のコードを待ってください。それも拒否される場合は、このコンピューターとスマートフォンの時計を確認してください。

two-factor-enable = オンにする

two-factor-enabling = オンにしています…

two-factor-off-title = 二要素認証をオフにする
    .lead = サインインのとき、パスワードだけを求められるようになります。オフにするには、認証アプリのコードを入力してください。

two-factor-disable = オフにする

two-factor-disabling = オフにしています…

two-factor-is-on = 二要素認証がオンになりました。
    .hint = キーは安全な場所に保管してください。アプリがないと、入れるようにできるのは管理者だけです。

two-factor-is-off = 二要素認証がオフになりました。
