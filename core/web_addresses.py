"""How mail and web addresses are written in Chinese text: each is one word, whatever figures and marks it holds."""

PATTERN = (
    r"(?a)(?:https?://|ftp://|www\.)[\w\-.~:/?#@!$&*+,;=%]{1,300}|"
    r"[\w.%+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}"
)
