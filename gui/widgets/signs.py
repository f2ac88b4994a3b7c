"""The sign that stands beside a colour for what is found: nobody has to tell red from amber."""

SIGNS = {"error": "✖", "warning": "!"}
WORDS = {"error": "必须改", "warning": "请核对"}
