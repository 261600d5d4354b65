### A new password for the account that is signed in.

change-password-title = パスワードを変更
    .lead = このデバイスも含め、すべてのデバイスがサインアウトされます。そのあと新しいパスワードでサインインします。

change-password-account = アカウント

change-password-submit = パスワードを変更

change-password-busy = 変更しています…

change-password-forbidden = このサーバーでは、ここでパスワードを変更できるのは管理者だけです。
    .hint = メールのリンクなら、どのアカウントでも変更できます。

change-password-mail = リンクを送る
