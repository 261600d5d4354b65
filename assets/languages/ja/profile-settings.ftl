### The settings of one instance.

profile-settings-title = このインスタンスの設定

profile-settings-name = リストでの名前

profile-settings-address = アドレス

profile-settings-http = このアドレスは暗号化されていません。追加したときに同意しています。
    .hint = 通信の途中で、誰かにパスワードを読まれるおそれがあります。httpsのアドレスを尋ねて追加し、こちらは削除することをお勧めします。

profile-settings-proxy = プロキシ

profile-settings-proxy-system = システム

profile-settings-proxy-none = なし

profile-settings-proxy-own = 個別

profile-settings-proxy-address = プロキシのアドレス
    .hint = 名前とパスワードのないHTTPプロキシです。

profile-settings-proxy-example = http://proxy.example.com:3128

profile-settings-proxy-credentials = 名前とパスワードがファイルに残ってしまいます。それらを除き、そのプロキシはシステムで設定してください。

profile-settings-proxy-scheme = ここで使えるのはHTTPプロキシだけです。httpsのアドレスも問題なく通ります。

profile-settings-proxy-form = プロキシのアドレスではありません。例：http://proxy.example.com:3128

profile-settings-ca-file = 独自の認証局
    .hint = このインスタンスでだけ信頼するPEMファイルです。空の場合はシステムの認証局を使います。

profile-settings-ca-file-example = /etc/ssl/certs/own.pem

profile-settings-ca-file-relative = ファイルシステムのルートからの完全なパスを入力してください。

profile-settings-browser = ブラウザーでのサインイン

profile-settings-ports = このコンピューターのポート
    .hint = 管理者がサーバーのリストに登録したものです。空の場合は通常のポートを使います。

profile-settings-ports-example = 28517, 28518, 28519

profile-settings-ports-form = ポートは65535までの数字で、コンマで区切ります。

profile-settings-ports-count = ポートは3つで十分です。残りは除いてください。

profile-settings-ports-privileged = 1024より小さいポートはシステムのものです。サーバーと同じ、別のポートを選んでください。

profile-settings-ports-twice = 同じポートが2回あります。それぞれ1回だけ入力してください。

profile-settings-relay = サーバーのAUTH_ALLOWED_PUBLIC_URLSに最初のポートが登録されている

profile-settings-save = 保存

profile-settings-saving = 保存しています…

profile-settings-saved = 保存しました。

profile-settings-remove = リストから削除
