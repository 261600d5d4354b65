### Signing in with an access token made in the Data Studio.

access-token-title = アクセストークンを使う

access-token-window = アクセストークン

access-token-token = アクセストークン

access-token-where = Data Studioで自分のユーザーページを開き、そこでトークンを生成してページを保存し、トークンをここに貼り付けてください。

access-token-means = 自然に切れることはなく、持っている人があなたとして扱われます。ここでサインアウトすると、このコンピューターからだけ消えます。無効にするには、同じページで削除してください。

access-token-submit = 確認して保存

access-token-busy = トークンを確認しています…
