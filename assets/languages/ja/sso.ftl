### Signing in through the browser.

sso-window = ブラウザーでサインイン

sso-asking = 準備しています…
    .lead = { $label }でのサインインがこのコンピューターにどう戻るかを、{ $host }に尋ねています。

sso-waiting = ブラウザーで続けてください
    .lead = ブラウザーで{ $label }を使って{ $host }にサインインしてください。終わると、このウィンドウが自動的に前に出ます。

sso-runs-out = プロバイダーのページは、5分ほどで期限が切れることがあります。その場合はもう一度開いてください。

sso-open-again = もう一度開く

sso-copy = アドレスをコピー

sso-copied = コピーしました

sso-keep = 待ち続ける

sso-cancel = キャンセル

sso-no-browser = ブラウザーを開けませんでした。
    .hint = アドレスをコピーして、このコンピューターのブラウザーで開いてください。Latchkeyは待っています。

sso-address = アドレス

sso-reported = ブラウザーで失敗しましたか？
    .lead = ページに失敗したと表示されたら、もう一度試してください。同じプロバイダーで最初から始まります。まだサインインの途中なら、そのまま続けてください。

sso-reported-code-lead = サインインのページに戻っている場合は、認証アプリのコードを入力して、もう一度行ってください。まだサインインの途中なら、そのまま続けてください。

sso-over = 時間切れです
    .lead = 時間内にブラウザーから戻りませんでした。何も変更されていません。開いているページはもう使えません。

sso-copy-lines = 管理者用にコピー

sso-lines = 管理者の方へ

sso-time-left = 待っています · 残り{ $time }

sso-unverified-error = サーバーからの報告かもしれません：{ $what }
    .hint = 確かな証拠がないため、Latchkeyは待ち続けます。

sso-no-way = 何も開きませんでした

sso-finishing = サインインしています…
    .lead = ブラウザーから戻りました。セッションを取得して保存しています。

sso-enter-code = コードを入力
