throw 10n
