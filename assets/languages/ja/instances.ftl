### The list of instances.

instances-title = インスタンス

instances-add-short = 追加

instances-empty-title = Latchkeyへようこそ

instances-empty = LatchkeyはDirectusへのサインインを行います。お使いのインスタンスを、ブラウザーのアドレスで追加してください。

instances-add = インスタンスを追加

instances-loading = インスタンスを読み込んでいます…

instances-remove = 削除

instances-rename = 名前を変更

instances-move-up = 上へ移動

instances-move-down = 下へ移動

instances-settings = 設定

instances-name = 名前

instances-name-keep = 保存

instances-name-cancel = キャンセル

instances-name-empty = 名前が空です。見える文字を1つ以上入力してください。

instances-removed = { $name }を削除しました。

instances-removed-signed-in = この通知が消えると、サインアウトされます。

instances-undo = 元に戻す

instances-search = 検索

instances-search-example = 名前、アドレス、メールアドレス

instances-nothing = 「{ $words }」に当てはまるインスタンスはありません。

instances-checking = 確認しています…

instances-signed-out = サインアウト済み

instances-ended = もう一度サインインしてください

instances-locked = キーリングがロックされています

instances-no-keyring = キーリングが使えません

instances-damaged = 保存されたサインインを読めません

instances-signed-in = { $who }としてサインイン中

instances-not-reachable = { $who }としてサインイン中 · 接続できません

instances-unconfirmed = { $who }としてサインイン中 · 未確認

instances-file-damaged = インスタンスのリストが壊れていました。{ $kept_as }として別に保存しました

instances-recovered =
    { $count ->
        [0] インスタンスをもう一度追加してください。サインインはキーリングに残っています。
       *[other] 最後の正常なコピーから{ $count }件のインスタンスを復元しました。
    }

instances-newer = インスタンスのリストは、より新しいLatchkeyで書かれています。
    .hint = そのまま表示し、変更はしません。変更するにはLatchkeyを更新してください。

instances-skipped = リストの{ $count }件を読めませんでした。ファイルにはそのまま残してあります。
