### Looking an instance and this computer over.

checkup-link = このインスタンスを点検

checkup-window = 点検

checkup-lead = サーバーとこのコンピューターでできること、そして直し方を調べます。何も変更されず、誰にもメールは送られません。

checkup-busy = 点検しています…

checkup-busy-lead = サーバー、サインインの方法、キーリング、メールのリンクを調べます。長くても30秒ほどです。

checkup-again = もう一度点検

checkup-server = サーバー

checkup-computer = このコンピューター

checkup-all-fine = すべて問題ありません。

checkup-copy = コピー

checkup-copied = コピーしました

checkup-warning = 改善できます

checkup-failed = 修正が必要です

checkup-to-mend = 直せる点が{ $count }件あります。
