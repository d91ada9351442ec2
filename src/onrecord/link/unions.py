"""Disjoint sets: what belongs together when some pairs do."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T", int, str)


class Unions(Generic[T]):
    """Sets of `items`, each at first alone. A set's root is its least item, so that it does not depend on the order of joins."""

    def __init__(self, items: Iterable[T]) -> None:
        self._up: dict[T, T] = {item: item for item in items}

    def root(self, item: T) -> T:
        """The least item of the set; an item not seen before is a set of its own."""
        up = self._up
        at = up.setdefault(item, item)
        while up[at] != at:
            up[at] = up[up[at]]
            at = up[at]
        return at

    def joined(self, one: T, other: T) -> bool:
        return self.root(one) == self.root(other)

    def join(self, one: T, other: T) -> bool:
        """Make the two sets one. False where they were one before."""
        a, b = self.root(one), self.root(other)
        if a == b:
            return False
        if b < a:
            a, b = b, a
        self._up[b] = a
        return True
