### What this program is, where it keeps things, and its keys.

about-window = このプログラムについて — Latchkey

about-lead = Directusにサインインするためのデスクトッププログラムです。

about-version = バージョン{ $version }、{ $license }ライセンス

about-copy = コピー

about-places = 保存場所

about-sessions = セッション

about-keyring = このコンピューターのキーリングです。パスワードやトークンはファイルには保存されません。

about-config = インスタンスと設定

about-state = ウィンドウのサイズとロック

about-cache = ロゴ

about-keys = キーボード

about-key-tab = Tab

about-key-tab-does = 次の項目へ移動（Shiftを押しながらで前の項目）

about-key-arrows = 矢印、Home、End

about-key-arrows-does = リストや選択肢の中を移動

about-key-enter = Enter、スペース

about-key-enter-does = 項目を実行（Enterはフォームの送信にも使用）

about-key-escape = Esc

about-key-escape-does = 進行中の操作をキャンセル、なければ戻る

about-key-add-does = インスタンスを追加

about-key-instance-does = リストのこの位置にあるインスタンスを開く

about-key-settings-does = 設定

about-key-size-does = 文字を大きく、小さく、標準サイズに戻す

about-key-about-does = このページ

about-key-quit-does = 終了

about-key-control = Ctrl
