### Looking an instance and this computer over.

doctor-link = このインスタンスを点検

doctor-window = 点検

doctor-lead = サーバーとこのコンピューターでできること、そして直し方を調べます。何も変更されず、誰にもメールは送られません。

doctor-busy = 点検しています…

doctor-busy-lead = サーバー、サインインの方法、キーリング、メールのリンクを調べます。長くても30秒ほどです。

doctor-again = もう一度点検

doctor-server = サーバー

doctor-computer = このコンピューター

doctor-all-fine = すべて問題ありません。

doctor-copy = コピー

doctor-copied = コピーしました

doctor-warning = 改善できます

doctor-failed = 修正が必要です

doctor-to-mend = 直せる点が{ $count }件あります。

### What was found when an instance and this computer were looked over.

doctor-skipped = 前の項目が失敗したため、調べていません。

doctor-reachable-title = 接続

doctor-reachable = { $host }は応答しています。

doctor-tls-title = 暗号化

doctor-tls = TLSを使用。このコンピューターが信頼する証明書です。

doctor-tls-own-authority = TLSを使用。このコンピューターと、このインスタンス専用のファイルの認証局によります。

doctor-tls-same-machine = なし。送信内容はこのコンピューターの外に出ないため、必要ありません。

doctor-tls-none = { $host }に送る内容は暗号化されていません。ネットワーク上の他の人が、パスワードも含めて読んだり変えたりできます。

doctor-tls-none-fix = サーバーをhttpsで提供するよう管理者に頼み、そのアドレスで追加し直してください。

doctor-tls-trust = 自社のサーバーなら、管理者に認証局の証明書をもらい、フィンガープリントを照合して、そのファイルでインスタンスを登録し直してください。知らないネットワークでは、誰かが盗み見ているかもしれません。

doctor-clock-title = 時計

doctor-clock-untold = 不明：サーバーが時刻を返しませんでした。

doctor-clock-agrees = このコンピューターとサーバーの時計は、1分以内で合っています。

doctor-clock-ahead = このコンピューターの時計は、サーバーより{ $time }進んでいます。ワンタイムコードとトークンの期限は、両方の時計に左右されます。

doctor-clock-behind = このコンピューターの時計は、サーバーより{ $time }遅れています。ワンタイムコードとトークンの期限は、両方の時計に左右されます。

doctor-directus-title = Directus

doctor-directus-eleven = Directus 11が応答しています。

doctor-directus-twelve-unlicensed = Directus 12が応答しています（ライセンスなし）。

doctor-directus-twelve = Directus 12が応答しています。

doctor-directus-unknown = Directusが応答していますが、このLatchkeyの知らない世代です。

doctor-directus-down-fix = しばらくしてからもう一度試してください。プロキシの奥のサーバーが停止中、起動中、またはメンテナンス中です。

doctor-reset-link-title = パスワードを忘れたときのメール

doctor-reset-link-untold = 不明：このサーバーはメールを求められたときにだけ答えます（11.14.1より前のDirectus）。

doctor-reset-link-bridge = リンクは、Latchkeyとブラウザーを選べるページに進みます。どのメールソフトでも使えます。

doctor-reset-link-scheme = リンクはLatchkeyを開きます。クリックできないメールソフトでは、貼り付けて使えます。

doctor-reset-link-studio = リンクはData Studioを開きます。Latchkeyに貼り付けて使えます。クリックでLatchkeyを開くには、管理者がサーバーの環境変数に次の内容を（リストの既存の値に加えて）追加し、Directusを再起動します。

doctor-sign-in-title = サインインの方法

doctor-sign-in-own = メールアドレスとパスワード

doctor-sign-in-ways = { $ways }。

doctor-sign-in-none = なし：メールアドレスとパスワードでのサインインが無効で、プロバイダーもありません。管理者が次のように設定し、Directusを再起動します。

doctor-sign-in-licence = Directus 12では、対応するライセンスがある場合にだけプロバイダーを使えます。

doctor-sso-route-title = { $provider }でのサインイン

doctor-sso-route-ldap = ディレクトリ（LDAP）の名前とパスワードを使います。ブラウザーは不要です。

doctor-sso-route-password = 名前とパスワードを使います。ブラウザーは不要です。

doctor-sso-route-unknown = このLatchkeyは「{ $driver }」という種類のサインインを知りません。

doctor-sso-route-hand-off = サーバーの拡張機能により、ブラウザーからLatchkeyに引き渡されます。

doctor-sso-route-same-host = インスタンスはこのコンピューター上にあり、ブラウザーはLatchkeyに戻れます。

doctor-sso-route-relay = プロバイダーの応答はLatchkeyに届き、サーバーに渡されます。

doctor-companion-title = Latchkey用の拡張機能

doctor-companion-answers = directus-extension-latchkeyが応答しています。

doctor-companion-needed = プロバイダーでのサインインがこのコンピューターに戻るには、これが必要です。

doctor-companion-useful = ここではどのプロバイダーにも不要ですが、あればメールのリンクがどのメールソフトでも使えます。

doctor-companion-absent = directus-extension-latchkeyがインストールされていません。{ $why }管理者がDirectusの起動ディレクトリで次を実行し、Directusを再起動します。

doctor-companion-unfinished = directus-extension-latchkeyはインストールされていますが、準備ができていません。内容：「{ $words }」

doctor-companion-unfinished-fix = Directusを再起動するよう管理者に頼んでください。

doctor-keyring-title = キーリング

doctor-keyring-unnamed = キーリング

doctor-keyring-keeps = { $name }は正しく保存できます。

doctor-keyring-locked-fix = システムのパスワード管理（パスワードと鍵、KWalletManager、KeePassXC）でロックを解除してください。サインアウトされたわけではなく、中身が今は取り出せないだけです。

doctor-keyring-denied-fix = ロックを解除するときに、もう一度試してください。サインアウトされたわけではありません。

doctor-keyring-unavailable-fix = Secret Serviceを提供するもの（gnome-keyring、KWallet、またはSecret Serviceを有効にしたKeePassXC）をインストールして起動してください。それまでは、サインインはウィンドウが開いている間だけ続きます。

doctor-keyring-timed-out-fix = 別のウィンドウでパスワードを求めていないか確認してください。そうでなければ、デスクトップにログインし直すなどして再起動してください。

doctor-scheme-title = メールのリンク

doctor-scheme-ours = クリックすると、このLatchkeyが開きます。

doctor-scheme-unknown = 何が開くのか分かりません：{ $reason }。

doctor-scheme-nobody = クリックしても何も起きません。貼り付けて使うことはできます。

doctor-scheme-gone = クリックしても何も起きません。開くはずの{ $program }が見つかりません。

doctor-scheme-other = クリックすると、別のプログラムか、Latchkeyの別のコピーが開きます：{ $program }。
