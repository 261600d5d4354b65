### What a person may choose for the whole window.

preferences-title = 設定

preferences-window = 設定 — Latchkey

preferences-theme = テーマ

preferences-theme-system = システム

preferences-theme-light = ライト

preferences-theme-dark = ダーク

preferences-contrast = コントラスト

preferences-contrast-system = システム

preferences-contrast-normal = 標準

preferences-contrast-high = 高

preferences-text-size = 文字サイズ
    .hint = ウィンドウ内のすべてが一緒に大きくなります。

preferences-text-size-percent = { $percent }%

preferences-text-size-usual = 標準サイズ

preferences-start = Latchkeyを開いたとき
    .hint = インスタンスが1つだけの場合は、どちらでもすぐに表示されます。

preferences-start-list = リストを表示

preferences-start-last = 前回のインスタンスで続ける

preferences-language = 言語

preferences-language-system = システムの言語

preferences-links = メールのリンク

preferences-links-asking = リンクを開くプログラムを確認しています…

preferences-links-mend = Latchkeyで開く

preferences-links-mending = 登録しています…

preferences-not-mended = メールのリンクをLatchkeyで開くように設定できませんでした。
    .hint = リンクは、パスワードを忘れたときのページに貼り付けることもできます。

preferences-not-kept = この選択は、ウィンドウを閉じるまで有効です。
    .hint = 保存できませんでした。理由は詳細をご覧ください。

preferences-about = Latchkeyについて
