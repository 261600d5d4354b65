### What several screens say.

common-show-details = 詳細

common-hide-details = 詳細を隠す

common-copy-details = 詳細をコピー

common-try-again = もう一度試す

common-open-studio = Data Studioを開く

common-email = メールアドレス

common-email-example = you@example.com

common-password = パスワード

common-email-empty = メールアドレスを入力してください。

common-email-malformed = まだメールアドレスになっていません。

common-password-empty = パスワードを入力してください。

common-masked = ••••••••

common-title = { $name } — { $host } — { $what }

common-no-browser = ブラウザーを開けませんでした。アドレス：{ $address }

common-plain-http = { $host }への接続は暗号化されていません。
    .hint = 送信する内容を、ネットワーク上の他の人が読んだり変えたりできます。

common-span-seconds = { $count }秒

common-span-minutes = { $count }分

common-span-hours = { $count }時間

common-span-days = { $count }日

common-moment = { $year }年{ $month }月{ $day }日 { $time }
