"""The kinds of rules, a module for each family; importing this package imports them all, and each registers itself."""

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__, f"{__name__}."):
    import_module(_module.name)
