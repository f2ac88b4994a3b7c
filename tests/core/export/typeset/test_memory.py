"""What the last document had is not made again, and what it had no need of is forgotten."""

from core.export.typeset.memory import Memory, Once


class Counting:
    """Doubles numbers, and knows which."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def __call__(self, number: int) -> int:
        self.asked.append(number)
        return 2 * number


def test_a_document_makes_only_what_the_last_one_did_not_have():
    # given
    memory, double = Memory(), Counting()
    first = [memory.of(double, number) for number in (1, 2, 1)]
    memory.turn()

    # when
    second = [memory.of(double, number) for number in (2, 3, 1)]

    # then
    assert (first, second) == ([2, 4, 2], [4, 6, 2])
    assert double.asked == [1, 2, 3]


def test_what_a_document_had_no_need_of_is_forgotten():
    # given
    memory, double = Memory(), Counting()
    for number in range(100):
        memory.of(double, number)
        memory.turn()

    # when
    memory.of(double, 99)
    memory.of(double, 0)

    # then
    assert double.asked == [*range(100), 0]


def test_functions_are_told_apart():
    memory = Memory()

    assert (memory.of(abs, -3), memory.of(str, -3)) == (3, "-3")


def test_a_value_is_looked_up_once():
    double = Counting()
    known = Once(double)

    assert [known[4], known[4], known[5]] == [8, 8, 10]
    assert double.asked == [4, 5]
