### The account that is signed in.

account-title = サインイン済み

account-window = アカウント

account-checking = サインインを確認しています…

account-instance = インスタンス

account-kept = セッションの保存先

account-access = アクセストークン

account-in-keyring = このコンピューターのキーリング

account-in-memory = Latchkeyを閉じるまで

account-memory-title = このサインインは保存されていません。

account-no-access = 必要なときに更新されます

account-static = Data Studioで作成、期限なし。サインアウトすると、ここからだけ消えます。

account-unconfirmed = サインインは続いていますが、サーバーに接続できません。

account-not-confirmed = このコンピューターの記録ではサインイン中です。サーバーはまだ確認していません。

account-tfa = このプロジェクトは二要素認証を求めています。
    .hint = Data Studioで設定してください。

account-sign-out = サインアウト

account-signing-out = サインアウトしています…

account-unchecked = サインインを確認できませんでした

account-trouble = キーリングが必要です
    .lead = ここでサインインしているかどうかは、キーリングに保存されています。

account-damaged = 保存されたサインインを読めません
    .lead = そのまま残してあります。もう一度サインインすると置き換わります。

account-sign-in-again = もう一度サインイン

account-valid-until = { $time }まで有効

account-copy-token = アクセストークンをコピー

account-copying = トークンを取得しています…

account-copied-until = コピーしました。{ $time }まで有効です。クリップボードは45秒後に消去されます。

account-copied = コピーしました。クリップボードは45秒後に消去されます。

account-cleared = コピーしたトークンは、クリップボードから消去されました。

account-own = アカウントの設定

account-change-password = パスワードを変更

account-two-factor-on = 二要素認証を設定

account-two-factor-off = 二要素認証をオフにする

account-recent = 最近のサインイン

account-program-on = { $program }（{ $system }）
