### What went wrong, and what to do next: for the window and the command line.

error-profile-gone = このインスタンスはその間に削除されました。
    .hint = まだ必要なら、もう一度追加してください。

error-not-signed-in = ここでは誰もサインインしていません。
    .hint = 先にサインインしてください。

error-short-lived = このサーバーのアクセストークンは{ $lifetime }しか有効ではありません。
    .hint = より短い有効期間を指定してください。

error-ca-file = 証明書ファイル{ $path }を読めません。
    .hint = ファイルがあり、PEM形式の証明書が入っているか確認してください。

error-settings-file = ファイル{ $path }を読めません。
    .hint = .envやdirectus.config.jsonなどのテキストファイルを指定してください。

error-access-token-refused = サーバーはこのアクセストークンを知りません。何も保存していません。
    .hint = Data Studioのユーザーページを保存してから、そこでもう一度コピーしてください。

error-already-kept = このインスタンスはすでに「{ $name }」として登録されています。
    .hint = インスタンスのリストから開いてください。

error-foreign-link = このリンクは、登録されているどのインスタンスのものでもありません。何も送信していません。
    .hint = 送信元のサーバーを知っていて信頼できるなら、先にそのインスタンスを追加し、リンクをもう一度開いてください。

error-several-for-link = このリンクは、複数のインスタンスに当てはまります。
    .hint = メールを送ってきたインスタンスを選んでください。

error-other-link = このリンクは別の用途のものです。
    .hint = メールの中のリンクをクリックして開いてください。

error-overtaken = 応答が届く前に別のサインインまたはサインアウトが始まり、そちらが優先されました。
    .hint = こちらを使うつもりだった場合は、もう一度サインインしてください。

error-no-random = システムから乱数を得られませんでした。

error-internal = Latchkeyの内部で処理が途切れました。
    .hint = もう一度試してください。繰り返す場合はご報告ください。

error-session-ended = セッションはサーバーで終了しました。
    .hint = もう一度サインインしてください。別の場所でのサインアウト、パスワードの再設定、長い間使わなかった場合などに起こります。

error-session-cut-off = このセッションの最後の更新が途切れたため、続けられません。
    .hint = もう一度サインインしてください。サーバーは更新しましたが、応答がここに届かなかったか、保存できませんでした。

error-user-suspended = このアカウントは停止されています。
    .hint = 解除できるのはプロジェクトの管理者だけです。

error-access-token-ended = ここに保存されているアクセストークンを、サーバーが受け付けなくなりました。
    .hint = Data Studioで削除または置き換えられたか、アカウントが停止されました。もう一度サインインしてください。

error-provider-refused = サインインのプロバイダーが、このセッションを認めなくなりました。
    .hint = プロバイダーでもう一度サインインしてください。

error-resource-restricted = このプロジェクトのライセンスでは、現在このアカウントは入れません。
    .hint = プロジェクトの管理者に尋ねてください。

error-address-empty = Directusのアドレスを入力してください。
    .hint = 例：cms.example.com

error-address-malformed = Latchkeyが読めるアドレスではありません。
    .hint = Data Studioを開いた状態で、ブラウザーからコピーしてください。

error-address-scheme = アドレスは{ $scheme }:ではなくhttps://で始まります。

error-address-userinfo = アドレスの@の前に、ユーザー名またはパスワードが入っています。
    .hint = その部分を除いてください。サインインのときにLatchkeyが尋ねます。

error-address-plain-http = { $host }を暗号化なしで使うことになります。通信の途中で、誰かにパスワードを読まれるおそれがあります。
    .hint = https://を使うか、承知のうえでこのアドレスのhttpを許可してください。

error-link-empty = ここにはまだリンクがありません。

error-link-too-long = Latchkeyのリンクとしては長すぎます。

error-link-characters = このリンクには、本物のリンクにはない文字が含まれています。

error-link-malformed = このテキストにはリンクもトークンもありません。

error-link-scheme = このリンクは別のプログラムのものです。

error-link-unknown = この種類のリンクは、このバージョンのLatchkeyでは分かりません。

error-link-key = このリンクには、入っているはずのないものが含まれています。

error-link-no-token = このリンクは不完全です。トークンがありません。

error-link-profile = このリンクのインスタンスの示し方は、Latchkeyには分かりません。

error-link-hint = メールのリンクを、最初から最後の文字まで全部コピーしてください。

error-no-profile = プロファイル「{ $text }」はありません。
    .hint = `latchkey profiles`で一覧を表示し、`latchkey add ADDRESS`で追加できます。

error-several-profiles = 「{ $text }」は複数のプロファイルに当てはまります：{ $names }。
    .hint = 目的のものの名前を使ってください。

error-interrupted = 応答の前に{ $host }との接続が切れたため、成功したかどうか分かりません。
    .hint = 準備ができたら、もう一度試してください。自動では繰り返しません。

error-timed-out = { $host }から時間内に応答がありませんでした。
    .hint = 少ししてから、もう一度試してください。

error-proxy-credentials = このネットワークのプロキシが、名前とパスワードを求めています。
    .hint = HTTPS_PROXYに設定するか、ネットワークの管理者に尋ねてください。

error-not-directus = { $host }で応答がありますが、Directusのものではありません。
    .hint = アドレスとサブパスを確認してください。サーバーの手前にプロキシ、メンテナンスページ、サインインページがある場合もこうなります。

error-redirected = { $host }から{ $to }に転送されます。Latchkeyはパスワードを持って転送先には進みません。
    .hint = そのアドレスが正しければ、インスタンスとして追加してください。ネットワークのサインインページの場合もこうなります。先にブラウザーで開いてください。

error-too-large = { $host }の応答が大きすぎます。
    .hint = アドレスを確認してください。Directusではこうなりません。

error-setup = 接続を準備できませんでした。
    .hint = このインスタンスの証明書ファイル（ある場合）と、システムの証明書（ca-certificates）がインストールされているか確認してください。

error-unreachable-refused = { $host }で応答がありません。
    .hint = サーバーは動いていますか？ポートは正しいですか？

error-unreachable-name = { $host }という名前が見つかりません。
    .hint = つづりと接続を確認してください。社内サーバーの場合はVPNも確認してください。

error-unreachable-no-route = このネットワークから{ $host }に届きません。
    .hint = 接続を確認してください。社内サーバーの場合はVPNも確認してください。

error-unreachable-no-answer = { $host }が応答しません。
    .hint = 接続を確認して、もう一度試してください。

error-unreachable-other = { $host }に接続できません。

error-tls-expired = { $host }の証明書は今日の日付では有効ではありません。
    .hint = このコンピューターの日付と時刻を確認してください。正しければ、サーバーの管理者に知らせてください。

error-tls-wrong-host = { $host }の証明書は、別の名前のものです。
    .hint = アドレスを確認してください。正しければ、サーバーの管理者に知らせてください。

error-tls-self-signed = { $host }の証明書は自己署名で、誰も保証していません。
    .hint = 自社のサーバーなら、その証明書をLatchkeyに渡してください：`latchkey add ADDRESS --ca-file FILE.pem`。

error-tls-unknown-authority = { $host }の証明書は、このコンピューターの知らない認証局のものです。
    .hint = 会社に独自の認証局がある場合は、その証明書をLatchkeyに渡してください：`latchkey add ADDRESS --ca-file FILE.pem`。知らないネットワークでは、誰かが盗み見ているかもしれません。

error-tls-revoked = { $host }の証明書は失効しています。
    .hint = サインインせず、サーバーの管理者に知らせてください。

error-tls-not-tls = { $host }のこのポートはhttpsではありません。
    .hint = ポートを確認するか、サーバーの管理者に尋ねてください。

error-tls-other = { $host }との安全な接続ができませんでした。
    .hint = もう一度試してください。続く場合は、サーバーの管理者に知らせてください。

error-invalid-credentials = メールアドレスまたはパスワードが違います。
    .hint = 何度も間違えるとアカウントが停止されます。いつもプロバイダーでサインインしている場合、このアカウントにはここでのパスワードがありません。

error-invalid-otp = ワンタイムコードが必要か、入力したコードが違います。
    .hint = 認証アプリの今のコードを入力してください。また拒否される場合は、このコンピューターとスマートフォンの時計を確認してください。

error-token-expired = 期限が切れています。
    .hint = 新しいリンクを求めるか、もう一度サインインしてください。

error-invalid-token = サーバーはこのトークンを知りません。

error-forbidden = サーバーが許可していません。
    .hint = 許可されるはずだと思う場合は、プロジェクトの管理者に尋ねてください。

error-invalid-payload = 入力した内容をサーバーが受け付けません。
    .hint = メールアドレスを確認して、もう一度試してください。

error-failed-validation = サーバーのパスワードの規則に合いません。
    .hint = 文字、数字、記号を混ぜた、より長いものを試してください。リンクはまだ使えます。

error-invalid-invite = この招待はすでに受け入れられています。
    .hint = サインインしてください。パスワードが分からない場合は、再設定してください。

error-invalid-provider = このアカウントは別の方法でサインインします。
    .hint = 作成時に使ったプロバイダーを使ってください。

error-route-not-found = このサーバーは、この方法を提供していません。
    .hint = 設定が変わったのかもしれません。戻ってもう一度見てください。

error-requests-exceeded = サーバーが、間隔を空けるよう求めています。
    .hint = 1分後にもう一度試してください。

error-requests-exceeded-wait = { $time }後にもう一度試してください。

error-email-limit-exceeded = サーバーが一度に送れるメールの数を超えました。
    .hint = あとでもう一度試すか、プロジェクトの管理者に尋ねてください。

error-service-unavailable = サーバーが、必要な相手に接続できません。
    .hint = しばらくしてからもう一度試してください。何も失われていません。

error-licence-hint = プロジェクトの管理者に尋ねてください。管理者はサインインできます。

error-project-locked = プロジェクトはライセンスのためロックされています。

error-limit-exceeded = このプロジェクトのライセンスでは、これ以上アカウントを増やせません。
    .hint = プロジェクトの管理者に尋ねてください。リンクはまだ使えます。

error-internal-server-error = サーバーの内部でエラーが起きました。

error-other = サーバーがコード{ $code }で拒否しました。
    .hint = 意味をプロジェクトの管理者に尋ねてください。

error-mailed-token-expired = このリンクは期限が切れています。

error-mailed-invalid-token = サーバーがこのリンクを認識しません。不完全か、別のサーバーのものです。

error-mailed-forbidden = このリンクはすでに使われたか、送信後にパスワードが変更されました。
    .hint = 新しいリンクを送ってください。

error-no-companion = このサーバーは、ブラウザーでのサインインをまだプログラムに引き渡せません。
    .hint = directus-extension-latchkeyをインストールしてDirectusを再起動するようプロジェクトの管理者に頼むか、パスワードでサインインしてください。

error-companion-version = このサーバーのLatchkey拡張機能は、このLatchkeyとバージョンが違います。
    .hint = Latchkeyを更新してください。最新の場合は、directus-extension-latchkeyを更新するよう管理者に頼んでください。

error-redirect-not-allowed = このサーバーでは、このプロバイダーの場合、ブラウザーがLatchkeyに戻れません。
    .hint = 下の行をサーバーの環境変数に追加してDirectusを再起動するか、directus-extension-latchkeyをインストールしてください。

error-not-relayed = このサーバーでは、Latchkeyがこのプロバイダーの応答を代わりに受け取れません。
    .hint = 下の行をサーバーの環境変数に追加し、{ $callback }をプロバイダーに登録して、Directusを再起動してください。OpenIDとOAuth 2.0で、Directus 11.14.1以降、TLSなしでサーバーに届く場合に使えます。

error-provider-not-offered = このサーバーはこのプロバイダーを提供していません。
    .hint = 設定が変わったのかもしれません。もう一度リストを見てください。Directus 12では、対応するライセンスがある場合にだけシングルサインオンを使えます。

error-other-address = このサーバーの名乗るアドレスが、登録されているものと違うため、ブラウザーでのサインインが戻ってこられません。
    .hint = サーバー自身のアドレスで追加してください：{ $address }。それが間違っている場合は、管理者がPUBLIC_URLを直す必要があります。

error-no-s256 = このサーバーのLatchkey拡張機能は、サインインを必要な方法で保護していないため、何も開きませんでした。
    .hint = directus-extension-latchkeyを更新するよう管理者に頼んでください。

error-provider-name = このプロバイダーの名前ではブラウザーが別の場所に進むため、何も開きませんでした。
    .hint = プロジェクトの管理者に知らせてください。

error-ports-taken = ブラウザーが戻れるポートを、すべて他のプログラムが使っています。
    .hint = 待っている別のサインインか、ポートを使っているプログラムを閉じて、もう一度試してください。

error-cannot-listen = このコンピューターで、Latchkeyがブラウザーを待つことをシステムが許可していません。
    .hint = このコンピューターのファイアウォールを確認して、もう一度試してください。

error-other-issuer = サインインしたサーバーとは別のサーバーから応答が届きました。使っていません。
    .hint = もう一度試してください。繰り返す場合は、プロジェクトの管理者に知らせてください。

error-no-session = ブラウザーは戻りましたが、セッションがありません。
    .hint = サーバーのPUBLIC_URLとまったく同じアドレスを使ってください。ブラウザーにとって、localhostと127.0.0.1は別のものです。

error-browser-timed-out = 時間内にブラウザーから戻りませんでした。
    .hint = 準備ができたら、もう一度試してください。何も変更されていません。

error-sign-in-over = このサインインは終了しました。
    .hint = 新しく始めてください。

error-sso-invalid-otp-hint = 認証アプリの今のコードを入力して、もう一度サインインしてください。また拒否される場合は、このコンピューターとスマートフォンの時計を確認してください。

error-sso-invalid-provider = このメールアドレスのアカウントは、別の方法でサインインします。
    .hint = 作成時に使ったプロバイダーかパスワードを使うか、変更するようプロジェクトの管理者に頼んでください。

error-sso-invalid-credentials = プロバイダーでサインインが拒否またはキャンセルされたか、ここにあなたのアカウントがありません。
    .hint = もう一度試してください。続く場合は、プロジェクトの管理者に尋ねてください。

error-sso-failed-validation = プロバイダーから届いたあなたの情報を、プロジェクトが受け付けません。
    .hint = プロジェクトの管理者に尋ねてください。多くの場合、原因はメールアドレスです。

error-sso-service-unavailable = サーバーが現在、プロバイダーに接続できません。
    .hint = しばらくしてからもう一度試してください。

error-sso-access-denied = ブラウザーのページで「いいえ」が選ばれました。誰もサインインしていません。
    .hint = 間違いだった場合は、もう一度サインインしてください。

error-sso-session-missing = ブラウザーはセッションなしで戻りました。
    .hint = 二要素認証の設定を求められた場合は、ブラウザーで設定を終えてから、もう一度サインインしてください。

error-sso-licence = このプロジェクトのライセンスには、シングルサインオンが含まれていません。
    .hint = プロジェクトの管理者に尋ねるか、パスワードでサインインしてください。

error-sso-unknown-exception = サインインに失敗した理由を、サーバーが示していません。
    .hint = もう一度試してください。続く場合は、管理者がサーバーのログで理由を確認できます。

error-sso-other = サーバーがコード{ $code }でサインインを拒否しました。

error-invalid-grant = サインインの戻りが遅すぎたか、すでに使われています。
    .hint = もう一度サインインしてください。

error-temporarily-unavailable = サーバーまたはプロバイダーが、現在サインインを完了できません。
    .hint = しばらくしてから、もう一度サインインしてください。

error-grant-refused = このサーバーのLatchkey拡張機能が、サインインを拒否しました。
    .hint = もう一度サインインしてください。続く場合は、directus-extension-latchkeyを更新するよう管理者に頼んでください。

error-keyring-locked = キーリングがロックされています。
    .hint = ロックを解除して、もう一度試してください。何も失われていません。

error-keyring-denied = キーリングのロック解除が断られました。
    .hint = ロックを解除するときに、もう一度試してください。何も失われていません。

error-keyring-absent = このコンピューターには、サインインを安全に保存するキーリングがありません。
    .hint = GNOME Keyring、KWallet、KeePassXC（Secret Service）などを起動またはインストールして、もう一度試してください。

error-keyring-timeout = キーリングが応答しません。
    .hint = 別のウィンドウでパスワードを求めているかもしれません。そのあと、もう一度試してください。

error-keyring-refused = キーリングがこの項目を受け付けません。
    .hint = システムのパスワード管理で確認してください。

error-record-damaged = このインスタンスのキーリングの項目が壊れています。
    .hint = もう一度サインインすると置き換わります。

error-record-newer = キーリングの項目は、より新しいLatchkeyで書かれています。
    .hint = Latchkeyを更新するか、もう一度サインインして項目を置き換えてください。

error-record-origin = 保存されたサインインは、このプロファイルとは別のアドレスのものなので、使いません。

error-access-token-hint = Data Studioで作成してください。ユーザーページを開き、そこでトークンを生成して保存します。

error-access-token-empty = アクセストークンがありません。

error-access-token-malformed = アクセストークンではありません。何も送信していません。

error-access-token-short-lived = このトークンは数分で切れます。静的なトークンが必要です。何も送信していません。

error-no-home = ファイルの置き場所がシステムから得られません。
    .hint = LATCHKEY_CONFIG_DIRとLATCHKEY_STATE_DIRに、自分のフォルダーを設定してください。

error-cannot-read = { $path }を読めません。
    .hint = ファイルが自分のものか確認して、もう一度試してください。

error-cannot-write = { $path }に書き込めません。元の内容は無事です。
    .hint = ディスクに空きがあり、フォルダーが自分のものか確認してください。

error-file-newer = インスタンスのリストは、より新しいLatchkeyで書かれているため、このLatchkeyでは変更しません。
    .hint = Latchkeyを更新してください。

error-busy = 別のLatchkey（プロセス{ $process }）がこのインスタンスを使っていて、終わりません。
    .hint = 何も失われていません。少し待ってからもう一度試してください。続く場合は、もう一方を閉じてください。

error-busy-unknown = 別のLatchkeyがこのインスタンスを使っていて、終わりません。
