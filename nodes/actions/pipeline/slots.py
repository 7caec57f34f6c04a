"""Goods and options, written as one string for a sentence."""

from domain.shop import OrderLine


def options_of(options: dict[str, str]) -> str:
    return ", ".join(f"{k} {v}" for k, v in options.items())


def goods(lines: list[OrderLine]) -> str:
    return ", ".join(f"{line.quantity} × {line.name}" for line in lines)
