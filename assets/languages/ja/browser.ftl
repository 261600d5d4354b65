### Signing in through the browser.

browser-window = ブラウザーでサインイン

browser-asking = 準備しています…

browser-waiting = ブラウザーで続けてください

browser-runs-out = プロバイダーのページは、5分ほどで期限が切れることがあります。その場合はもう一度開いてください。

browser-open-again = もう一度開く

browser-copy = アドレスをコピー

browser-copied = コピーしました

browser-keep = 待ち続ける

browser-cancel = キャンセル

browser-no-browser = ブラウザーを開けませんでした。

browser-no-browser-hint = アドレスをコピーして、このコンピューターのブラウザーで開いてください。Latchkeyは待っています。

browser-address = アドレス

browser-hearsay-hint = 確かな証拠がないため、Latchkeyは待ち続けます。

browser-reported = ブラウザーで失敗しましたか？

browser-reported-lead = ページに失敗したと表示されたら、もう一度試してください。同じプロバイダーで最初から始まります。まだサインインの途中なら、そのまま続けてください。

browser-reported-code-lead = サインインのページに戻っている場合は、認証アプリのコードを入力して、もう一度行ってください。まだサインインの途中なら、そのまま続けてください。

browser-over = 時間切れです

browser-over-lead = 時間内にブラウザーから戻りませんでした。何も変更されていません。開いているページはもう使えません。

browser-copy-lines = 管理者用にコピー

browser-lines = 管理者の方へ

browser-asking-lead = { $label }でのサインインがこのコンピューターにどう戻るかを、{ $host }に尋ねています。

browser-waiting-lead = ブラウザーで{ $label }を使って{ $host }にサインインしてください。終わると、このウィンドウが自動的に前に出ます。

browser-time-left = 待っています · 残り{ $time }

browser-hearsay = サーバーからの報告かもしれません：{ $what }

browser-no-way = 何も開きませんでした

browser-finishing = サインインしています…

browser-finishing-lead = ブラウザーから戻りました。セッションを取得して保存しています。

browser-enter-code = コードを入力
