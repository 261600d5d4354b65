### How hard a new password is to guess.

# Beside the bar, from the worst to the best.
strength-very-weak = Very weak

strength-weak = Weak

strength-fair = Fair

strength-good = Good

strength-strong = Strong

# What is wrong with the password. Below the bar.
strength-warning-keys = Neighbouring keys are easy to guess.

strength-warning-repeats = Repeated letters are easy to guess.

# As in “abcabcabc”.
strength-warning-repeated-words = Repeating a word makes it hardly harder to guess.

strength-warning-common = Many people use this one, so it is tried first.

strength-warning-similar = This is close to one that many people use.

# As in “abc” or “6543”.
strength-warning-sequences = Sequences such as abc or 6543 are easy to guess.

strength-warning-years = Years are easy to guess.

strength-warning-dates = Dates are easy to guess.

strength-warning-one-word = One word by itself is easy to guess.

strength-warning-names = Names are easy to guess.

# What would help. Below the bar.
strength-advice-few-words = A few words that do not belong together are hard to guess.

strength-advice-no-symbols = It needs no special signs, only length.

strength-advice-another-word = Add another word or two, better an unusual one.

strength-advice-capitals = Capital letters help little.

strength-advice-reversed = Words written backwards help little.

# As “@” in place of “a”.
strength-advice-substitutions = Signs in place of letters, such as @ for a, help little.

strength-advice-keys = Use more keys, and turn more often.

strength-advice-repeats = Avoid repeated words and letters.

strength-advice-sequences = Avoid sequences.

strength-advice-dates = Avoid years and dates, your own above all.
