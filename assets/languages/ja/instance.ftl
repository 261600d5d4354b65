### The settings of one instance.

instance-title = このインスタンスの設定

instance-name = リストでの名前

instance-address = アドレス

instance-http = このアドレスは暗号化されていません。追加したときに同意しています。

instance-http-hint = 通信の途中で、誰かにパスワードを読まれるおそれがあります。httpsのアドレスを尋ねて追加し、こちらは削除することをお勧めします。

instance-proxy = プロキシ

instance-proxy-system = システム

instance-proxy-none = なし

instance-proxy-own = 個別

instance-proxy-address = プロキシのアドレス

instance-proxy-example = http://proxy.example.com:3128

instance-proxy-hint = 名前とパスワードのないHTTPプロキシです。

instance-proxy-credentials = 名前とパスワードがファイルに残ってしまいます。それらを除き、そのプロキシはシステムで設定してください。

instance-proxy-scheme = ここで使えるのはHTTPプロキシだけです。httpsのアドレスも問題なく通ります。

instance-proxy-form = プロキシのアドレスではありません。例：http://proxy.example.com:3128

instance-ca-file = 独自の認証局

instance-ca-file-example = /etc/ssl/certs/own.pem

instance-ca-file-hint = このインスタンスでだけ信頼するPEMファイルです。空の場合はシステムの認証局を使います。

instance-ca-file-relative = ファイルシステムのルートからの完全なパスを入力してください。

instance-browser = ブラウザーでのサインイン

instance-ports = このコンピューターのポート

instance-ports-example = 28517, 28518, 28519

instance-ports-hint = 管理者がサーバーのリストに登録したものです。空の場合は通常のポートを使います。

instance-ports-form = ポートは65535までの数字で、コンマで区切ります。

instance-ports-count = ポートは3つで十分です。残りは除いてください。

instance-ports-privileged = 1024より小さいポートはシステムのものです。サーバーと同じ、別のポートを選んでください。

instance-ports-twice = 同じポートが2回あります。それぞれ1回だけ入力してください。

instance-relay = サーバーのAUTH_ALLOWED_PUBLIC_URLSに最初のポートが登録されている

instance-save = 保存

instance-saving = 保存しています…

instance-saved = 保存しました。

instance-remove = リストから削除
