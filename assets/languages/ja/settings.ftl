### What a person may choose for the whole window.

settings-title = 設定

settings-window = 設定 — Latchkey

settings-theme = テーマ

settings-theme-system = システム

settings-theme-light = ライト

settings-theme-dark = ダーク

settings-contrast = コントラスト

settings-contrast-system = システム

settings-contrast-normal = 標準

settings-contrast-high = 高

settings-text-size = 文字サイズ

settings-text-size-percent = { $percent }%

settings-text-size-usual = 標準サイズ

settings-text-size-hint = ウィンドウ内のすべてが一緒に大きくなります。

settings-start = Latchkeyを開いたとき

settings-start-list = リストを表示

settings-start-last = 前回のインスタンスで続ける

settings-start-hint = インスタンスが1つだけの場合は、どちらでもすぐに表示されます。

settings-language = 言語

settings-language-system = システムの言語

settings-links = メールのリンク

settings-links-asking = リンクを開くプログラムを確認しています…

settings-links-mend = Latchkeyで開く

settings-links-mending = 登録しています…

settings-not-mended = メールのリンクをLatchkeyで開くように設定できませんでした。

settings-not-mended-hint = リンクは、パスワードを忘れたときのページに貼り付けることもできます。

settings-not-kept = この選択は、ウィンドウを閉じるまで有効です。

settings-not-kept-hint = 保存できませんでした。理由は詳細をご覧ください。

settings-about = Latchkeyについて
