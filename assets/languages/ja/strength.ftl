### How hard a new password is to guess.

strength-very-weak = とても弱い

strength-weak = 弱い

strength-fair = ふつう

strength-good = 良い

strength-strong = 強い

strength-warning-keys = 隣り合ったキーは推測されやすいです。

strength-warning-repeats = 同じ文字の繰り返しは推測されやすいです。

strength-warning-repeated-words = 単語を繰り返しても、ほとんど強くなりません。

strength-warning-common = 多くの人が使っているため、真っ先に試されます。

strength-warning-similar = 多くの人が使っているものに似ています。

strength-warning-sequences = abcや6543のような並びは推測されやすいです。

strength-warning-years = 年は推測されやすいです。

strength-warning-dates = 日付は推測されやすいです。

strength-warning-one-word = 1つの単語だけでは推測されやすいです。

strength-warning-names = 名前は推測されやすいです。

strength-advice-few-words = 関係のない単語をいくつか並べると、推測されにくくなります。

strength-advice-no-symbols = 記号は不要です。長さが大切です。

strength-advice-another-word = 単語を1つか2つ加えてください。珍しいものがお勧めです。

strength-advice-capitals = 大文字はあまり役に立ちません。

strength-advice-reversed = 逆から書いた単語はあまり役に立ちません。

strength-advice-substitutions = aの代わりに@のような置き換えは、あまり役に立ちません。

strength-advice-keys = より多くのキーを使い、向きを何度も変えてください。

strength-advice-repeats = 単語や文字の繰り返しは避けてください。

strength-advice-sequences = 並びは避けてください。

strength-advice-dates = 年や日付、特に自分のものは避けてください。
